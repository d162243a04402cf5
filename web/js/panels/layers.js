/** Which layers of the map are shown. */

import { el } from '../dom.js';
import { t } from '../i18n/index.js';

/** A section for a panel: `{element, update(view), hide(layer, boolean)}`; `names` are layers of the state. */
export function createLayerBoxes(state, names) {
  const boxes = new Map(names.map((layer) => [layer, layerBox(state, layer)]));
  const element = el('section', {}, el('h2', {}, t('layers')), [...boxes.values()].map((box) => box.element));
  const update = (view) => boxes.forEach((box) => box.update(view));
  const hide = (layer, isHidden) => (boxes.get(layer).element.hidden = isHidden);
  return { element, update, hide };
}

function layerBox(state, layer) {
  const input = el('input', { type: 'checkbox' });
  input.addEventListener('change', () => {
    const others = state.get().hidden.filter((each) => each !== layer);
    state.set({ hidden: input.checked ? others : [...others, layer] });
  });
  const element = el('label', { class: 'layer' }, input, el('i', { class: `sign ${layer}`, 'aria-hidden': 'true' }), el('span', {}, t(`layer.${layer}`)));
  return { element, update: (view) => (input.checked = !view.hidden.includes(layer)) };
}
