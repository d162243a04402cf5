/** Months of one place: bars up for what was seen, bars down for how much was looked; months outside the period are quiet. */

import { svg } from '../dom.js';
import { formatMonth, formatNumber, t } from '../i18n/index.js';
import { dayOf } from '../time.js';
import { ladderBelow } from './ladder.js';

const [WIDTH, HEIGHT, LEFT, TOP, AXIS] = [296, 136, 34, 6, 16];
const EFFORT = 26;

/** `starts`: first days; `values` and `effort` (or null): one number each; `period`: `{from, to}`. */
export function monthBars({ starts, values, effort, period, label }) {
  const height = effort ? HEIGHT : HEIGHT - EFFORT;
  const base = height - AXIS - (effort ? EFFORT : 0);
  const step = (WIDTH - LEFT) / Math.max(1, starts.length);
  const x = (i) => LEFT + i * step;
  const width = Math.max(1, step - (step > 4 ? 1.5 : 0.5));
  const highest = Math.max(1, ...values);
  const most = Math.max(1, ...(effort ?? []));
  const inside = starts.map((start) => dayOf(start) >= period.from.slice(0, 8) + '01' && dayOf(start) <= period.to);
  const bars = (wanted) => values.map((value, i) => (inside[i] === wanted && value > 0 ? `M${x(i).toFixed(1)} ${base}v${((-value / highest) * (base - TOP)).toFixed(1)}h${width.toFixed(1)}V${base}z` : '')).join('');
  const down = (effort ?? []).map((hours, i) => (hours > 0 ? `M${x(i).toFixed(1)} ${base + 3}v${(1 + (hours / most) * (EFFORT - 5)).toFixed(1)}h${width.toFixed(1)}V${base + 3}z` : '')).join('');
  const mark = ladderBelow(highest);
  const y = base - (mark / highest) * (base - TOP);
  return svg(
    'svg',
    { class: 'chart months', viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': `${label}: ${inWords(starts, values)}` },
    svg('path', { class: 'grid-line', d: `M${LEFT} ${y.toFixed(1)}H${WIDTH}` }),
    svg('text', { class: 'tick end', x: LEFT - 5, y: (y + 4).toFixed(1) }, formatNumber(mark)),
    svg('path', { class: 'axis', d: `M${LEFT} ${base}H${WIDTH}` }),
    svg('path', { class: 'bar', d: bars(false) }),
    svg('path', { class: 'bar in', d: bars(true) }),
    effort && svg('path', { class: 'effort', d: down }),
    effort && svg('text', { class: 'tick end', x: LEFT - 5, y: base + 14 }, t('unit.hours.short')),
    ticks(starts).map(([i, text]) => svg('text', { class: `tick ${i === 0 ? '' : 'middle'}`, x: (x(i) + (i === 0 ? 0 : width / 2)).toFixed(1), y: height - 3 }, text)),
  );
}

/** Januaries by their year where there are many months; otherwise the first and the last month. */
function ticks(starts) {
  if (starts.length === 0) return [];
  if (starts.length > 14) return starts.flatMap((start, i) => (dayOf(start).slice(5, 7) === '01' ? [[i, dayOf(start).slice(0, 4)]] : []));
  const names = [0, starts.length > 3 ? starts.length - 2 : -1].filter((i, k) => i >= 0 && (k === 0 || i > 1));
  return names.map((i) => [i, formatMonth(starts[i])]);
}

const inWords = (starts, values) => starts.map((start, i) => `${formatMonth(start)} ${formatNumber(values[i])}`).join(', ');
