/** Conditions in a sentence, for headings and legends. */

import { currentLanguage, formatStretch, t } from '../i18n/index.js';
import { LIST_FILTERS } from '../state.js';

/** `Hướng: Xuất cảnh; Km 1205–1210.`; says so where there are none. */
export function conditionsInWords(view, base) {
  const nameOf = (name, code) => (name === 'station' ? (base.stations.find((each) => each.code === code)?.names[currentLanguage()] ?? code) : t(`${name}.${code}`));
  const parts = LIST_FILTERS.filter((name) => view[name].length > 0).map((name) => `${t(name)}: ${view[name].map((code) => nameOf(name, code)).join(', ')}`);
  if (view.persons) parts.push(`${t('conditions.persons')}: ${view.persons.replace('/..', '+').replace('/', '–')}`);
  if (view.stretch) parts.push(formatStretch(view.stretch.fromKm, view.stretch.toKm));
  return parts.length === 0 ? t('print.noConditions') : `${parts.join('; ')}.`;
}
