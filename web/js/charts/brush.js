/** The movable window over the time axis: by pointer and by keys. */

import { svg } from '../dom.js';
import { formatDate, formatPeriod, t } from '../i18n/index.js';
import { daysBetween } from '../time.js';
import { moveEnd, movePeriod } from './time-axis.js';

const HANDLE_WIDTH = 8;

/**
 * Draws the brush of `period` and listens. `onMove(period)` while it moves, `onDone(period)` when it rests.
 * `place`: the layout of the joint picture. Dragging over free bars draws a new window.
 */
export function brush(period, extent, place, { onMove, onDone }) {
  const { axis, weeks, matrix, narrow } = place;
  const element = svg('g', { class: 'brush' });
  // A period may reach beyond the data; its window does not reach beyond the axis.
  const [x1, x2] = [axis.xOfDay(period.from), xAfter(axis, period.to)].map((x) => Math.max(axis.left, Math.min(axis.right, x)));
  const [top, bottom] = [weeks.top - 1, matrix.bottom + 1];
  const touch = narrow ? 22 : HANDLE_WIDTH;
  const catcher = svg('rect', { class: 'catcher', x: axis.left, y: weeks.top, width: axis.right - axis.left, height: weeks.bottom - weeks.top });
  const body = svg('rect', { class: 'brush-body', x: x1, y: weeks.top, width: Math.max(1, x2 - x1), height: weeks.bottom - weeks.top, ...slider('chart.window', formatPeriod(period.from, period.to), period, extent) });
  const frame = svg('rect', { class: 'brush-frame', x: x1, y: top, width: Math.max(2, x2 - x1), height: bottom - top });
  const handles = ['from', 'to'].map((end) => handle(end, end === 'from' ? x1 : x2, period, extent, weeks, touch));
  element.append(frame, catcher, body, ...handles);
  listenToPointer(element, { catcher, body, handles }, period, extent, axis, { onMove, onDone });
  body.addEventListener('keydown', (event) => key(event, (change) => onDone(moved(period, extent, change))));
  handles.forEach((each, i) => each.addEventListener('keydown', (event) => key(event, (change) => onDone(movedEnd(period, extent, i === 0 ? 'from' : 'to', change)))));
  return element;
}

const xAfter = (axis, day) => axis.xOfDay(day) + (axis.right - axis.left) / daysBetween(axis.from, axis.to);

function slider(label, text, period, extent, now = period.from) {
  return {
    tabindex: 0,
    role: 'slider',
    'aria-label': t(label),
    'aria-valuemin': 0,
    'aria-valuemax': daysBetween(extent.from, extent.to) - 1,
    'aria-valuenow': Math.max(0, Math.min(daysBetween(extent.from, extent.to), daysBetween(extent.from, now)) - 1),
    'aria-valuetext': text,
  };
}

function handle(end, x, period, extent, weeks, touch) {
  const middle = (weeks.top + weeks.bottom) / 2;
  return svg(
    'g',
    { class: 'handle', ...slider(`chart.${end}`, formatDate(period[end]), period, extent, period[end]) },
    svg('rect', { class: 'touch', x: x - touch, y: weeks.top, width: 2 * touch, height: weeks.bottom - weeks.top }),
    svg('rect', { class: 'knob', x: x - HANDLE_WIDTH / 2, y: middle - 10, width: HANDLE_WIDTH, height: 20, rx: 3 }),
    svg('path', { class: 'ridges', d: `M${x - 1.2} ${middle - 4}v8M${x + 1.2} ${middle - 4}v8` }),
  );
}

/** Arrow keys: a week; with Shift a month; Home and End: the ends. */
function key(event, act) {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
  const change = step ? (event.shiftKey ? { months: step } : { days: 7 * step }) : event.key === 'Home' ? { edge: 'from' } : event.key === 'End' ? { edge: 'to' } : null;
  if (!change) return;
  event.preventDefault();
  act(change);
}

function moved(period, extent, change) {
  if (change.edge) return { from: extent.from, to: extent.to };
  return movePeriod(period, extent, change);
}

function movedEnd(period, extent, end, change) {
  if (change.edge) return moveEnd(period, extent, end, extent[change.edge]);
  const single = { from: period[end], to: period[end] };
  const everywhere = { from: '1900-01-01', to: '2999-12-31' };
  return moveEnd(period, extent, end, movePeriod(single, everywhere, change)[change.months ? 'from' : end]);
}

function listenToPointer(element, { catcher, body, handles }, period, extent, axis, { onMove, onDone }) {
  const start = (event, follow) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const left = element.ownerSVGElement.getBoundingClientRect().left;
    const pixel = (each) => each.clientX - left;
    const origin = pixel(event);
    let last = null;
    const move = (each) => {
      last = follow(origin, pixel(each));
      onMove(last);
    };
    const up = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
      if (last) onDone(last);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
  };
  const dayWidth = (axis.right - axis.left) / daysBetween(axis.from, axis.to);
  body.addEventListener('pointerdown', (event) => start(event, (from, to) => slide(period, extent, Math.round((to - from) / dayWidth))));
  catcher.addEventListener('pointerdown', (event) => start(event, (from, to) => fresh(axis.dayAt(Math.min(from, to)), axis.dayAt(Math.max(from, to)), extent)));
  handles.forEach((each, i) => each.addEventListener('pointerdown', (event) => start(event, (from, to) => moveEnd(period, extent, i === 0 ? 'from' : 'to', axis.dayAt(to)))));
}

/** The window slid by days, stopping at the ends of the data. */
export function slide(period, extent, days) {
  const back = 1 - daysBetween(extent.from, period.from);
  const forth = daysBetween(period.to, extent.to) - 1;
  const within = Math.max(Math.min(back, 0), Math.min(Math.max(forth, 0), days));
  return movePeriod(period, { from: '1900-01-01', to: '2999-12-31' }, { days: within });
}

function fresh(from, to, extent) {
  const last = to > extent.to ? extent.to : to;
  return moveEnd({ from, to: last }, extent, 'to', last);
}
