/** Choosing a stretch on the rows of the matrix: drag over rows, or arrow keys. */

import { svg } from '../dom.js';
import { formatStretch, t } from '../i18n/index.js';

/** `onChoose(stretch or null)`; `sections` are the rows, `stretch` the present choice, `borderWith` their neighbour. */
export function rowChooser(sections, stretch, borderWith, place, onChoose) {
  const { axis, matrix, sectionAt } = place;
  const between = (a, b) => ({ with: borderWith, fromKm: sections[Math.min(a, b)].fromKm, toKm: sections[Math.max(a, b)].toKm });
  const preview = svg('rect', { class: 'row-preview', x: axis.left, width: axis.right - axis.left, y: 0, height: 0 });
  const catcher = svg('rect', {
    class: 'catcher rows',
    x: axis.left,
    y: matrix.top,
    width: axis.right - axis.left,
    height: matrix.bottom - matrix.top,
    tabindex: 0,
    role: 'slider',
    'aria-orientation': 'vertical',
    'aria-label': t('chart.rows'),
    'aria-valuemin': 0,
    'aria-valuemax': sections.length - 1,
    'aria-valuenow': stretch ? Math.max(0, sections.findIndex((section) => section.fromKm >= stretch.fromKm)) : 0,
    'aria-valuetext': stretch ? formatStretch(stretch.fromKm, stretch.toKm) : t('chart.wholeBorder'),
  });
  catcher.addEventListener('pointerdown', (event) => drag(event, catcher, sectionAt, (a, b, done) => show(preview, a, b, place, done, () => onChoose(toggled(between(a, b), stretch)))));
  catcher.addEventListener('keydown', (event) => {
    const next = moveByKey(event, sections, stretch, between);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
  });
  return svg('g', {}, preview, catcher);
}

function drag(event, catcher, sectionAt, follow) {
  if (event.button !== 0) return;
  event.preventDefault();
  const top = catcher.ownerSVGElement.getBoundingClientRect().top;
  const first = sectionAt(event.clientY - top);
  let last = first;
  const move = (each) => {
    last = sectionAt(each.clientY - top);
    follow(first, last, false);
  };
  const up = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    follow(first, last, true);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  follow(first, last, false);
}

function show(preview, a, b, { matrix }, done, choose) {
  preview.setAttribute('y', matrix.top + Math.min(a, b) * matrix.rowHeight);
  preview.setAttribute('height', (Math.abs(a - b) + 1) * matrix.rowHeight);
  if (done) choose();
}

/** A second click on the same rows lets them go. */
const toggled = (next, present) => (present && present.fromKm === next.fromKm && present.toKm === next.toKm ? null : next);

function moveByKey(event, sections, stretch, between) {
  if (event.key === 'Escape') return stretch ? null : undefined;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step) return undefined;
  if (!stretch) return between(0, 0);
  const first = Math.max(0, sections.findIndex((section) => section.toKm > stretch.fromKm));
  const last = Math.max(first, sections.findLastIndex((section) => section.fromKm < stretch.toKm));
  const clamp = (index) => Math.min(sections.length - 1, Math.max(0, index));
  return event.shiftKey ? between(first, clamp(last + step)) : between(clamp(first + step), clamp(last + step));
}
