/** The legend of key segments: width and tone of each class that is on the map, what they are a share of, how it was computed. */

import { el, svg } from '../../dom.js';
import { formatPercent, t } from '../../i18n/index.js';
import { classOf, widthOf } from './ladder.js';
import { loadWords, methodWords, unitOf } from './words.js';

const STEP = { width: 66, height: 40 };

export function segmentLegend(document) {
  const { summary, features, ladder } = document;
  const unit = unitOf(summary);
  return {
    title: t('segments.legend'),
    unit,
    body: features.length === 0 ? el('p', {}, t('segments.nothing')) : [ramp(ladder, features), el('p', {}, t('segments.legend.share', { total: loadWords(summary.total_demand), unit }))],
    method: methodWords(summary),
  };
}

/** All four classes, as a ramp is always whole. */
function ramp(ladder, features) {
  const most = features[0].properties.share;
  const bounds = [0, ...ladder];
  return svg(
    'svg',
    { class: 'load-ramp', width: 4 * STEP.width, height: STEP.height, 'aria-hidden': 'true' },
    bounds.map((from, i) => {
      const to = bounds[i + 1] ?? Math.max(most, from);
      const shown = i === 3 ? (from + to) / 2 : from === 0 ? to * 0.6 : (from + to) / 2;
      return [
        svg('path', { class: `load load-${classOf(shown, ladder)}`, d: `M${8 + i * STEP.width} 12h${STEP.width - 22}`, 'stroke-width': widthOf(shown, ladder).toFixed(1) }),
        svg('text', { class: 'tick mid', x: 8 + (STEP.width - 22) / 2 + i * STEP.width, y: 34 }, rangeWords(bounds, i)),
      ];
    }),
  );
}

function rangeWords(bounds, i) {
  const decimals = bounds[1] < 0.01 ? 1 : 0;
  const percent = (share) => formatPercent(share, { decimals });
  if (i === 0) return `< ${percent(bounds[1])}`;
  if (i === 3) return `≥ ${percent(bounds[3])}`;
  return `${percent(bounds[i]).replace(/\s?%$/, '')}–${percent(bounds[i + 1])}`;
}
