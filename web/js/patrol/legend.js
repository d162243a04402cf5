/** The legend of a plan: outline, way, what is expected, how it was computed. */

import { el, svg } from '../dom.js';
import { formatDate, formatNumber, t } from '../i18n/index.js';
import { proofWords, unitWords } from './words.js';

export function planLegend({ summary, features }) {
  const chosen = features.filter(({ properties }) => properties.rank !== null);
  const first = chosen[0]?.properties.name;
  const last = chosen.at(-1)?.properties.name;
  const line = (swatch, words) => el('li', {}, swatch, el('span', {}, words));
  return {
    title: t('plan.legend'),
    unit: unitWords(summary),
    body:
      features.length === 0
        ? el('p', {}, t('plan.nothing'))
        : el(
            'ul',
            { class: 'legend-symbols' },
            line(swatch('plan-outline', 'M2 2h24v10H2z'), t('plan.legend.areas', { first, last })),
            chosen.length < features.length && line(swatch('plan-outline other', 'M2 2h24v10H2z'), t('plan.legend.others')),
            line(swatch('plan-way', 'M2 7h24'), t('plan.legend.ways', { minutes: formatNumber(summary.reachMinutes) })),
          ),
    method: [
      t('plan.legend.learnt', { from: formatDate(summary.forecast.learnt[0]), to: formatDate(summary.forecast.learnt[1]), count: summary.forecast.patrol_detections }),
      proofWords(summary),
      summary.reach_approximate && t('plan.approximate'),
    ].filter(Boolean).join('; '),
  };
}

const swatch = (name, d) => svg('svg', { class: `swatch ${name}`, width: 28, height: 14, 'aria-hidden': 'true' }, svg('path', { d }));
