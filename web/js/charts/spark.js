import { svg } from '../dom.js';

/** A line of the width of a word: its shape over time, the last value marked. `rising` colours it as a warning. */
export function spark(values, { width = 84, height = 22, rising = false, label }) {
  const highest = Math.max(1, ...values);
  const x = (i) => 3 + (i * (width - 6)) / Math.max(1, values.length - 1);
  const y = (value) => height - 4 - (value / highest) * (height - 8);
  const points = values.map((value, i) => `${x(i).toFixed(1)} ${y(value).toFixed(1)}`);
  return svg(
    'svg',
    { class: rising ? 'spark rising' : 'spark', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label },
    svg('path', { d: `M${points.join('L')}` }),
    svg('circle', { cx: x(values.length - 1), cy: y(values.at(-1) ?? 0), r: 2.4 }),
  );
}

/** True when the last two values stand clearly above the first ones: at least twice, and at least 20 more. */
export function isRising(values) {
  if (values.length < 4) return false;
  const early = (values[0] + values[1]) / 2;
  const late = (values.at(-1) + values.at(-2)) / 2;
  return late >= 2 * early && late - early >= 20;
}
