/** The curve: teams against what is expected, with its band, the chosen number ringed and the step to the next named. */

import { svg } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { personsWords } from './words.js';

const PAD = { left: 34, right: 10, top: 12, bottom: 30 };

/** Where the points stand, in pixels. Pure. `curve` as in the summary, at least one point. */
export function curveGeometry(curve, { width, height }) {
  const teams = curve.at(-1).teams;
  const most = niceMost(Math.max(...curve.map(({ high }) => high)));
  const x = (count) => PAD.left + (count / teams) * (width - PAD.left - PAD.right);
  const y = (value) => height - PAD.bottom - (value / most) * (height - PAD.top - PAD.bottom);
  return { x, y, most, step: most / 4, teams };
}

/** The next of 1, 2, 4, 6, 8 times a power of ten that is not below: four even steps. */
export function niceMost(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  return [1, 2, 4, 6, 8, 10].map((step) => step * power).find((most) => most >= value - 1e-9);
}

export function curveChart(curve, chosen, { width, height, label }) {
  const { x, y, step, teams } = curveGeometry(curve, { width, height });
  const path = (points) => points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('');
  const value = curve.map((point) => [x(point.teams), y(point.value)]);
  const band = `${path(curve.map((point) => [x(point.teams), y(point.high)]))}L${[...curve].reverse().map((point) => `${x(point.teams).toFixed(1)} ${y(point.low).toFixed(1)}`).join('L')}Z`;
  const here = curve.find((point) => point.teams === chosen);
  const next = curve.find((point) => point.teams === chosen + 1);
  const every = Math.max(1, Math.ceil(teams / 8));
  return svg(
    'svg',
    { class: 'plan-curve', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label },
    [0, 1, 2, 3, 4].map((i) => [svg('path', { class: 'grid', d: `M${PAD.left} ${y(i * step).toFixed(1)}H${width - PAD.right}` }), svg('text', { class: 'tick end', x: PAD.left - 5, y: y(i * step) + 4 }, formatNumber(i * step))]),
    Array.from({ length: Math.floor(teams / every) }, (_, i) => (i + 1) * every).map((count) => svg('text', { class: 'tick mid', x: x(count), y: height - PAD.bottom + 15 }, formatNumber(count))),
    svg('text', { class: 'tick end', x: width - PAD.right, y: height - 2 }, t('curve.axis')),
    svg('path', { class: 'curve-band', d: band }),
    svg('path', { class: 'curve-line', d: path(value) }),
    value.map(([px, py]) => svg('circle', { class: 'curve-dot', cx: px, cy: py, r: 2.6 })),
    here && next && [svg('path', { class: 'curve-step', d: `M${x(here.teams)} ${y(here.value)}H${x(next.teams)}V${y(next.value)}` }), stepWords(here, next, x, y, width)],
    here && svg('circle', { class: 'curve-chosen', cx: x(here.teams), cy: y(here.value), r: 5.5 }),
  );
}

function stepWords(here, next, x, y, width) {
  const right = x(next.teams) + 70 < width;
  return svg('text', { class: right ? 'curve-words' : 'curve-words end', x: right ? x(next.teams) + 6 : x(here.teams) - 9, y: y(here.value) + (right ? 14 : 4) }, t('curve.oneMore', { value: personsWords(Math.max(0, next.value - here.value)) }));
}
