/** A change by hand: another duty for a team on a day, or rest, each with what it costs before anybody decides. */

import { isAbort } from '../../api.js';
import { openDialog } from '../../dialog.js';
import { el, replaceChildren } from '../../dom.js';
import { currentLanguage, formatNumber, t } from '../../i18n/index.js';
import { segmented } from '../../panels/fields.js';
import { shortName } from '../areas.js';
import { personsWords, shiftWords, stretchWords } from '../words.js';
import { reachable } from './document.js';
import { changePlan, priceOf } from './requests.js';
import { dutyWords, gainWords, placeWords, planProblem } from './words.js';

const REST = 0;
/** Prices that are asked for at once. */
const AT_ONCE = 3;

/** `at` is `{day, team, duty}`; `onChanged(plan)` gets the new version. */
export function openChange(plan, at, { onChanged }) {
  const areas = reachable(plan, at.team);
  const prices = new Map();
  const ending = new AbortController();
  const wish = { shift: at.duty?.shift ?? plan.shifts.at(-1).number, area: at.duty?.area ?? null };
  const shifts = segmented(t('plan.shift'), [...plan.shifts.map(({ number }) => [number, shiftWords(number, plan)]), [REST, t('roster.rest')]], chooseShift);
  const drawn = areas.map(createRow);
  const table = el(
    'table',
    { class: 'rank tight change-areas' },
    el('thead', {}, el('tr', {}, el('th', {}), [t('plan.name'), t('plan.stretch'), t('plan.column.minutes'), t('kept.change.gain')].map((words, i) => el('th', { scope: 'col', class: i > 1 ? 'n' : null }, words)))),
    el('tbody', {}, drawn.map((each) => each.element)),
  );
  const said = el('p', { class: 'change-said', role: 'status' });
  const failure = el('p', { class: 'field-error', role: 'alert' });
  const go = el('button', { type: 'button', class: 'button primary', onclick: store }, t('kept.change.do'));
  const dialog = openDialog({
    title: t('kept.change.title'),
    className: 'change-dialog',
    body: [el('p', { class: 'change-place' }, el('b', {}, placeWords(at, plan)), '. ', t('kept.change.now', { duty: dutyWords(at.duty, plan) })), shifts.element, table, said, failure],
    footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), go],
    onClose: () => ending.abort(),
  });
  function chooseShift(shift) {
    wish.shift = shift;
    shifts.update(shift);
    table.hidden = shift === REST;
    show();
    askAll(shift);
  }

  const keyOf = (shift, area) => (shift === REST ? 'rest' : `${shift} ${area}`);
  const wished = () => ({ day: at.day, team: at.team, ...(wish.shift === REST ? { shift: null, area: null } : { shift: wish.shift, area: wish.area }) });
  const isSame = (shift, area) => (shift === REST ? !at.duty : at.duty?.shift === shift && at.duty.area === area);

  /** Prices come in while somebody chooses, so the rows stay and only what they say changes. */
  function show() {
    drawn.forEach((each) => each.update());
    const known = wish.shift === REST || wish.area ? prices.get(keyOf(wish.shift, wish.area)) : undefined;
    said.textContent = sayPrice(known);
    go.disabled = !known?.allowed || isSame(wish.shift, wish.area);
  }

  function createRow(area) {
    const input = el('input', { type: 'radio', name: 'change-area', 'aria-label': shortName(area.name) });
    const gain = el('td', { class: 'n' });
    const element = el('tr', { onclick: ({ target }) => target !== input && input.click() }, el('td', {}, input), el('td', {}, el('b', {}, shortName(area.name))), el('td', { class: 'n' }, stretchWords(area)), el('td', { class: 'n' }, formatNumber(area.minutes)), gain);
    input.addEventListener('change', () => {
      wish.area = area.id;
      show();
    });

    function update() {
      const known = prices.get(keyOf(wish.shift, area.id));
      const refused = known?.allowed === false;
      const now = isSame(wish.shift, area.id);
      input.checked = wish.area === area.id;
      input.disabled = refused;
      element.classList.toggle('on', input.checked);
      replaceChildren(gain, now ? t('kept.change.asNow') : !known ? '…' : refused ? t('kept.change.cannot') : gainWords(known.price), refused && el('small', { class: 'change-reason' }, reasonOf(known)));
    }
    return { element, update };
  }

  function sayPrice(known) {
    if (isSame(wish.shift, wish.area)) return t('kept.change.same');
    if (wish.shift !== REST && !wish.area) return t('kept.change.choose');
    if (!known) return t('kept.change.asking');
    if (!known.allowed) return reasonOf(known);
    return t('kept.change.price', { gain: gainWords(known.price), before: personsWords(known.expected_before), after: personsWords(known.expected_after), leak: personsWords(known.evader_before), leakAfter: personsWords(known.evader_after) });
  }

  /** A few at a time, the shift that is looked at first; another shift takes over. */
  async function askAll(shift) {
    const open = (shift === REST ? [null] : areas.map(({ id }) => id)).filter((area) => !prices.has(keyOf(shift, area)) && !isSame(shift, area));
    const work = async () => {
      while (open.length > 0 && wish.shift === shift && !ending.signal.aborted) await ask(shift, open.shift());
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  async function ask(shift, area) {
    try {
      prices.set(keyOf(shift, area), await priceOf(plan, { day: at.day, team: at.team, shift: shift === REST ? null : shift, area }, ending.signal));
      if (wish.shift === shift) show();
    } catch (problem) {
      if (!isAbort(problem)) failure.textContent = planProblem(problem);
    }
  }

  async function store() {
    go.disabled = true;
    failure.textContent = '';
    try {
      const next = await changePlan(plan, wished());
      dialog.close();
      onChanged(next);
    } catch (problem) {
      failure.textContent = planProblem(problem);
      go.disabled = false;
    }
  }
  chooseShift(wish.shift);
}

const reasonOf = ({ reasons }) => reasons.map((reason) => reason[currentLanguage()]).join('; ');
