import { el, replaceChildren } from '../dom.js';
import { formatDate, t } from '../i18n/index.js';
import { exactHalfYear, halfYears, parseDay } from '../time.js';

const WHOLE = 'whole';
const OWN = 'own';

/** The period: half-years of the data, the whole time, or two days typed as they are written here. */
export function createPeriodField(state, extent) {
  const select = el('select', { class: 'select', id: 'period' });
  const from = dayInput('period-from');
  const to = dayInput('period-to');
  let shown = null;
  const error = el('span', { class: 'field-error', id: 'period-error', role: 'alert' });
  const days = el('div', { class: 'days' }, labelled('period.from', from), labelled('period.to', to), error);
  const element = el('div', {}, el('label', { class: 'field-label', for: 'period' }, t('period')), select, days);

  select.addEventListener('change', () => {
    if (select.value === OWN) return from.focus();
    const [first, last] = select.value === WHOLE ? [extent.from, extent.to] : select.value.split('/');
    state.set({ from: first, to: last });
  });
  for (const input of [from, to]) input.addEventListener('change', read);

  function read() {
    const [first, last] = [parseDay(from.value), parseDay(to.value)];
    const problem = !first ? [from, 'period.notADay'] : !last ? [to, 'period.notADay'] : first > last ? [to, 'period.order'] : null;
    for (const input of [from, to]) input.setAttribute('aria-invalid', String(problem?.[0] === input));
    replaceChildren(error, problem ? t(problem[1]) : '');
    if (!problem) state.set({ from: first, to: last });
  }

  /** The half-years of the extent, as it is now; none can be chosen before the data are there. */
  function showExtent() {
    for (const field of [select, from, to]) field.disabled = extent.loading;
    for (const field of [from, to]) field.placeholder = extent.loading ? '' : '30/06/2024';
    if (extent.loading) return replaceChildren(select, el('option', {}, '…'));
    const halves = halfYears(extent.from, extent.to).map(({ year, half, from: first, to: last }) => el('option', { value: `${first}/${last}` }, t(`period.half${half}`, { year: String(year) })));
    replaceChildren(select, halves, el('option', { value: WHOLE }, t('period.whole')), el('option', { value: OWN }, t('period.own')));
    choose();
  }

  function choose() {
    if (!shown) return;
    const known = `${shown.from}/${shown.to}`;
    const whole = shown.from === extent.from && shown.to === extent.to;
    select.value = exactHalfYear(shown.from, shown.to) && [...select.options].some(({ value }) => value === known) ? known : whole ? WHOLE : OWN;
  }

  function update(period) {
    if (extent.loading) return;
    // What is being typed stays when other conditions change.
    const same = shown?.from === period.from && shown?.to === period.to;
    shown = period;
    choose();
    if (same) return;
    from.value = formatDay(period.from);
    to.value = formatDay(period.to);
    for (const input of [from, to]) input.setAttribute('aria-invalid', 'false');
    replaceChildren(error, '');
  }
  showExtent();
  return { element, update, showExtent };
}

const dayInput = (id) => el('input', { class: 'input', id, inputmode: 'numeric', autocomplete: 'off', 'aria-describedby': 'period-error' });

const labelled = (key, input) => el('label', { for: input.id }, el('span', { class: 'visually-hidden' }, t(key)), input);

/** In a field the day is written with figures in both languages, as it is typed. */
function formatDay(day) {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** The name of a period: the half-year where it is one, else both days. `place`: `heading`, or `inside` a sentence. */
export function periodName({ from, to }, place = 'heading') {
  const half = exactHalfYear(from, to);
  return half ? t(`period.half${half.half}${place === 'inside' ? '.inside' : ''}`, { year: String(half.year) }) : `${formatDate(from)} – ${formatDate(to)}`;
}
