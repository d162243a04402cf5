/** The story of one cell over time: its score in each step above, its values below, on one axis. */

import { svg } from '../dom.js';
import { formatNumber } from '../i18n/index.js';
import { hatchPattern } from './hatch.js';
import { ladderAbove } from './ladder.js';

const LEFT = 34;
const TOP = 8;
const GAP = 18;
const FOOT = 18;

const isKnown = (number) => number !== null && number !== undefined;

/** Where the two pictures stand: `x(i)` is the left edge of step `i`; the scores take three fifths of the height. */
export function binLayout(width, height, allScores, allValues) {
  const [scores, values] = [allScores, allValues].map((list) => list.filter(isKnown));
  const inner = height - TOP - GAP - FOOT;
  const split = TOP + Math.round(inner * 0.6);
  const highest = Math.max(1, ...scores);
  const lowest = Math.min(0, ...scores);
  const perScore = (split - TOP) / (highest - lowest);
  const limit = ladderAbove(Math.max(1, ...values));
  const bottom = height - FOOT;
  const barWidth = (width - LEFT) / allScores.length;
  return {
    x: (i) => LEFT + i * barWidth,
    barWidth,
    zero: TOP + highest * perScore,
    yOfScore: (score) => TOP + (highest - score) * perScore,
    values: { top: split + GAP, bottom, limit },
    yOfValue: (value) => bottom - (value / limit) * (bottom - split - GAP),
    scoreTick: Math.max(1, Math.floor(highest)),
    split,
  };
}

/**
 * `scores`, `values` and `bins` (1 hot, -1 cold, 0 neither) by step; `steps` their first days. A hot bar is filled, a cold
 * one hollow, as on the map; a step of which nothing is known (null) is hatched. `label` says what is found.
 */
export function binBars({ scores, values, bins, steps, width, height, label }) {
  const place = binLayout(width, height, scores, values);
  const { x, barWidth, zero, yOfScore, yOfValue, values: below } = place;
  const paths = { hot: '', cold: '', none: '', value: '', unknown: '' };
  const gap = barWidth > 3 ? 1 : 0.4;
  scores.forEach((score, i) => {
    if (!isKnown(values[i])) paths.unknown += bar(x(i), below.bottom, barWidth - gap, below.top - below.bottom);
    if (!isKnown(score)) return;
    const kind = bins[i] > 0 ? 'hot' : bins[i] < 0 ? 'cold' : 'none';
    paths[kind] += bar(x(i), zero, barWidth - gap, yOfScore(score) - zero, kind === 'cold' ? 0.6 : 0);
    if (values[i] > 0) paths.value += bar(x(i), below.bottom, barWidth - gap, yOfValue(values[i]) - below.bottom);
  });
  const tick = (y, text) => [svg('path', { class: 'grid-line', d: `M${LEFT} ${y}H${width}` }), svg('text', { class: 'tick end', x: LEFT - 5, y: y + 4 }, text)];
  return svg(
    'svg',
    { class: 'chart bins', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    tick(yOfScore(place.scoreTick), formatNumber(place.scoreTick)),
    tick(below.top, formatNumber(below.limit)),
    paths.unknown && [svg('defs', {}, hatchPattern('hatch-bins', 4, 'hatch-line')), svg('path', { fill: 'url(#hatch-bins)', d: paths.unknown })],
    svg('path', { class: 'bin none', d: paths.none }),
    svg('path', { class: 'bin hot', d: paths.hot }),
    svg('path', { class: 'bin cold', d: paths.cold }),
    svg('path', { class: 'bin value', d: paths.value }),
    svg('path', { class: 'axis', d: `M${LEFT} ${zero}H${width}M${LEFT} ${below.bottom}H${width}` }),
    svg('text', { class: 'tick end', x: LEFT - 5, y: zero + 4 }, '0'),
    yearTicks(steps, place, width, height),
  );
}

function bar(x, y, width, height, inset = 0) {
  const [w, h] = [Math.max(0.6, width - 2 * inset), height === 0 ? -1 : height - Math.sign(height) * inset];
  return `M${(x + inset).toFixed(1)} ${y.toFixed(1)}v${h.toFixed(1)}h${w.toFixed(1)}V${y.toFixed(1)}z`;
}

/** The years, each where its first step begins. */
function yearTicks(steps, { x, values }, width, height) {
  return steps.flatMap((day, i) => {
    const year = day.slice(0, 4);
    if (i > 0 && steps[i - 1].startsWith(year)) return [];
    const at = x(i);
    return [svg('path', { class: 'axis', d: `M${at.toFixed(1)} ${values.bottom}v4` }), width - at > 26 && svg('text', { class: 'tick', x: at.toFixed(1), y: height - 3 }, year)];
  });
}
