/** Where nobody looked: kilometres without or with little patrol in the period, and what their silence means. */

import { el } from '../dom.js';
import { HARDLY_HOURS, patrolGaps } from '../effort.js';
import { formatNumber, t } from '../i18n/index.js';

export const hatchSign = () => el('i', { class: 'sign hatch', 'aria-hidden': 'true' });

/** A section for the panel at the right; null when effort is not known or nothing was left out. */
export function unseen(effort, stretch) {
  const gaps = patrolGaps(effort, stretch);
  if (!gaps) return null;
  const hardly = kilometres(gaps.hardlyKm);
  const without = kilometres(gaps.withoutKm);
  return el(
    'section',
    { class: 'unseen' },
    el('h2', {}, t('effort.unseen')),
    gaps.hardlyKm === 0
      ? el('p', { class: 'muted' }, t('effort.allSeen', { hours: HARDLY_HOURS }))
      : el('p', { class: 'note' }, hatchSign(), el('b', {}, hardly), ' ', t(gaps.withoutKm > 0 ? 'effort.hardlyAndWithout' : 'effort.hardly', { hours: HARDLY_HOURS, without }), ' ', el('b', {}, t('effort.silence'))),
    el('p', { class: 'muted' }, t('effort.total', { hours: Math.round(gaps.hours), length: kilometres(gaps.lengthKm) })),
  );
}

const kilometres = (km) => `${formatNumber(Math.round(km))}\u00a0km`;
