/** Heights along ways: metres above the sea over kilometres, each way with a dash of its own, the chosen one filled. */

import { el, svg } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { gridTable } from '../panels/grid-table.js';

const MARGIN = { left: 40, right: 30, top: 12, bottom: 22 };

/** Round steps so that an axis of `span` has between three and six of them. */
export function roundStep(span) {
  const power = 10 ** Math.floor(Math.log10(Math.max(span, 1e-9)));
  return [0.2, 0.5, 1, 2].map((step) => step * power).find((step) => span / step <= 5) ?? 2 * power;
}

/** Steps from the one at or below `least` to the one at or above `most`. */
export function ticksOf(least, most) {
  const step = roundStep(Math.max(most - least, 1));
  const first = Math.floor(least / step);
  const count = Math.max(1, Math.ceil(most / step - 1e-9) - first);
  return Array.from({ length: count + 1 }, (_, i) => (first + i) * step);
}

/**
 * `ways`: `[{profile: [[metre, heightMetres]], dash, chosen, name}]`. Answers a chart with a table behind it; null when no way has heights.
 * `label` says what is to be seen.
 */
export function heightsChart(ways, { width, height, label }) {
  const known = ways.filter(({ profile }) => profile?.length > 1);
  if (known.length === 0) return null;
  const heights = known.flatMap(({ profile }) => profile.map(([, metres]) => metres));
  const rows = ticksOf(Math.min(...heights), Math.max(...heights));
  const longest = Math.max(...known.map(({ profile }) => profile.at(-1)[0]));
  const columns = ticksOf(0, longest / 1000).filter((km) => km <= longest / 1000 + 1e-9);
  const x = (metre) => MARGIN.left + (metre / longest) * (width - MARGIN.left - MARGIN.right);
  const y = (metres) => height - MARGIN.bottom - ((metres - rows[0]) / (rows.at(-1) - rows[0])) * (height - MARGIN.top - MARGIN.bottom);
  const decimals = roundStep(longest / 1000) < 1 ? 1 : 0;
  const drawing = svg(
    'svg',
    { class: 'chart heights', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    rows.map((metres) => [svg('path', { class: 'grid-line', d: `M${MARGIN.left} ${y(metres)}H${width - MARGIN.right}` }), svg('text', { class: 'tick end', x: MARGIN.left - 6, y: y(metres) + 4 }, formatNumber(metres))]),
    columns.map((km) => svg('text', { class: 'tick mid', x: x(km * 1000), y: height - 6 }, formatNumber(km, decimals))),
    svg('text', { class: 'tick end', x: width, y: height - 6 }, 'km'),
    [...known].sort((a, b) => Number(Boolean(a.chosen)) - Number(Boolean(b.chosen))).map((way) => drawWay(way, x, y, y(rows[0]))),
  );
  return el('div', { class: 'heights-box' }, drawing, behind(known));
}

function drawWay({ profile, dash, chosen }, x, y, floor) {
  const line = profile.map(([metre, metres], i) => `${i === 0 ? 'M' : 'L'}${x(metre).toFixed(1)} ${y(metres).toFixed(1)}`).join('');
  return [
    chosen && svg('path', { class: 'height-area', d: `${line}L${x(profile.at(-1)[0]).toFixed(1)} ${floor}L${x(profile[0][0]).toFixed(1)} ${floor}Z` }),
    svg('path', { class: chosen ? 'height-line chosen' : 'height-line', d: line, 'stroke-dasharray': dash?.join(' ') }),
  ];
}

/** What the chart shows, in figures: some twenty places along each way. */
function behind(ways) {
  const rows = ways.flatMap(({ profile, name }) => thinned(profile).map(([metre, metres]) => [name ?? '', formatNumber(metre / 1000, 1), formatNumber(Math.round(metres))]));
  const table = gridTable({ caption: t('heights.table'), columns: [t('heights.way'), 'km', t('heights.metres')], rows, numeric: 1 });
  table.open = false;
  return table;
}

function thinned(profile) {
  const step = Math.max(1, Math.ceil(profile.length / 20));
  return profile.filter((_, i) => i % step === 0 || i === profile.length - 1);
}

/** Least, most and sum of rises of a profile, in metres. */
export function climbOf(profile) {
  const heights = profile.map(([, metres]) => metres);
  const rise = heights.slice(1).reduce((sum, metres, i) => sum + Math.max(0, metres - heights[i]), 0);
  return { least: Math.min(...heights), most: Math.max(...heights), rise };
}
