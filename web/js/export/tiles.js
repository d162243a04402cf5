/** The forms as tiles, each with what it is good for: a radio group, so that arrow keys move through it. */

import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { FORMATS } from './formats.js';

/** `onChoose(format)`. `update(format, allowed)` shows which is chosen, and whether there is a choice at all. */
export function formatTiles(onChoose) {
  const inputs = FORMATS.map((format) => {
    const input = el('input', { type: 'radio', name: 'export-format', value: format.id, 'aria-describedby': `export-${format.id}` });
    input.addEventListener('change', () => onChoose(format));
    return input;
  });
  const tiles = FORMATS.map((format, i) => el('label', { class: 'export-tile' }, inputs[i], el('b', {}, format.name), el('small', { id: `export-${format.id}` }, t(`export.good.${format.id}`))));
  const element = el('div', { class: 'export-tiles', role: 'radiogroup', 'aria-labelledby': 'export-format' }, tiles);
  const update = (chosen, allowed) =>
    inputs.forEach((input) => {
      input.checked = input.value === chosen.id;
      input.disabled = !allowed;
    });
  return { element, update };
}
