/** A bar over the map between two pictures of the same place: the left one is seen left of it, the right one right. */

import { el, icon } from '../dom.js';
import { formatPercent, t } from '../i18n/index.js';
import { clipPathOf, partsAt, shareAfterKey, shareAt } from './swipe-geometry.js';

/**
 * Clips the panes named `left` and `right` (lists) and adds the bar to `frame`, which holds the map. `names` are what is seen
 * left and right, each `[name, detail or null]`; they stand at both sides of the bar. Answers `{element, share(), focus(), remove()}`.
 */
export function createSwipe(map, frame, { left, right, names }) {
  let share = 0.5;
  const label = ([name, detail], side) => el('span', { class: `side-name ${side}` }, el('b', {}, name), detail && el('small', {}, detail));
  const knob = el('span', { class: 'swipe-knob', 'aria-hidden': 'true' }, icon('back', 16), icon('next', 16));
  const element = el('div', { class: 'swipe', role: 'slider', tabindex: 0, 'aria-orientation': 'horizontal', 'aria-label': t('compare.bar'), 'aria-valuemin': 0, 'aria-valuemax': 100 }, label(names[0], 'left'), label(names[1], 'right'), knob);

  function clip() {
    const parts = partsAt(share, map.getSize(), map.containerPointToLayerPoint([0, 0]));
    for (const name of left) map.getPane(name).style.clipPath = clipPathOf(parts.left);
    for (const name of right) map.getPane(name).style.clipPath = clipPathOf(parts.right);
  }

  function update() {
    const percent = Math.round(share * 100);
    element.style.left = `${share * 100}%`;
    element.setAttribute('aria-valuenow', String(percent));
    element.setAttribute('aria-valuetext', t('compare.value', { percent: formatPercent(share, { decimals: 0 }), left: names[0][0], right: names[1][0] }));
    clip();
  }

  function move(next) {
    share = next;
    update();
  }

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    const box = map.getContainer().getBoundingClientRect();
    move(shareAt(event.clientX - box.left, box.width));
  });
  element.addEventListener('keydown', (event) => {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : shareAfterKey(share, event);
    if (next === null) return;
    event.preventDefault();
    move(next);
  });

  map.on('move zoomend resize viewreset', clip);
  frame.append(element);
  update();

  function remove() {
    map.off('move zoomend resize viewreset', clip);
    for (const name of [...left, ...right]) map.getPane(name).style.clipPath = '';
    element.remove();
  }
  return { element, share: () => share, focus: () => element.focus({ preventScroll: true }), remove };
}
