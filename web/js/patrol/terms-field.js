/** What else binds a plan: from when and how long, shifts, rest, duties, and what is fair. Folded, as most plans take it as it is. */

import { bearing } from '../analysis/fields.js';
import { SETTINGS } from '../analysis/settings.js';
import { el, icon } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { listField } from '../routes/fields.js';
import { parseDay } from '../time.js';

const NAMES = ['planDays', 'shifts', 'restHours', 'dutiesPerWeek', 'mostPerArea', 'leastPerStretch'];

/** Names of the server's inputs, where they are others than those of the settings. */
export const PARAMETERS = Object.freeze({ planDays: 'days' });

export function termsField(state) {
  const begin = beginField(state);
  const words = {
    planDays: (count) => t('terms.days', { count: formatNumber(count) }),
    shifts: (times) => t(`shifts.${times}`),
    restHours: (hours) => t('plan.hours.value', { hours: formatNumber(hours) }),
    dutiesPerWeek: (count) => t('terms.duties', { count: formatNumber(count) }),
    mostPerArea: (count) => t('plan.teams.value', { count: formatNumber(count) }),
    leastPerStretch: (count) => (count === 0 ? t('terms.noneNeeded') : t('plan.teams.value', { count: formatNumber(count) })),
  };
  const fields = NAMES.map((name) => listField(state, name, PARAMETERS[name] ?? name, { words: words[name] }));
  const said = el('small', {});
  const element = el('details', { class: 'guard' }, el('summary', {}, t('terms.title'), ' ', said, icon('down', 14)), begin.element, fields.map((field) => field.element));

  function update(view) {
    begin.update(view);
    fields.forEach((field) => field.update(view));
    const changed = NAMES.filter((name) => view.settings[name] !== SETTINGS[name].initial).length + (view.planFrom ? 1 : 0);
    said.textContent = changed > 0 ? t('terms.changed', { count: changed }) : t('terms.usual');
  }
  return { element, update };
}

/** The first day; empty means the day after the period that is learnt from. */
function beginField(state) {
  const input = el('input', { class: 'input', id: 'plan-from', inputmode: 'numeric', autocomplete: 'off', placeholder: t('terms.from.usual') });
  const error = el('span', { class: 'field-error', role: 'alert' });
  const element = el('div', { class: 'field' }, el('label', { class: 'field-label', for: 'plan-from' }, t('terms.from')), input, error);
  let shown = null;

  input.addEventListener('change', () => {
    const day = input.value.trim() === '' ? null : parseDay(input.value);
    const wrong = input.value.trim() !== '' && !day;
    input.setAttribute('aria-invalid', String(wrong));
    error.textContent = wrong ? t('period.notADay') : '';
    if (!wrong) state.set({ planFrom: day });
  });

  function update({ planFrom }) {
    if (planFrom === shown) return;
    shown = planFrom;
    input.value = planFrom ? planFrom.split('-').reverse().join('/') : '';
  }
  return bearing('from', { element, update });
}
