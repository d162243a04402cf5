/** What stands above the form while a line is drawn: how to go on, the buttons, how long it is, and where no way was found. */

import { el, icon, replaceChildren } from '../../dom.js';
import { formatMetres, t } from '../../i18n/index.js';
import { toggle } from '../../panels/fields.js';
import { createVertexList } from './vertices.js';

/** `drawing` as in drawing.js; `onFit()` when the whole line is to follow the network. `update(look)` shows how it stands. */
export function createDrawTools(drawing, { onFit }) {
  const button = (name, key, onclick) => el('button', { type: 'button', class: 'button quiet', 'aria-label': t(key), title: t(key), onclick }, icon(name, 18));
  const undo = button('undo', 'draw.undo', drawing.undo);
  const redo = button('redo', 'draw.redo', drawing.redo);
  const reverse = button('swap', 'draw.reverse', drawing.reverse);
  const removeButton = button('bin', 'draw.remove', () => drawing.remove(drawing.look().selected ?? drawing.look().places.length - 1));
  const snap = toggle({ label: t('draw.snap'), onChoose: drawing.snap });
  const fit = el('button', { type: 'button', class: 'text-button', onclick: onFit }, t('draw.fit'));
  const list = createVertexList(drawing);
  const state = el('p', { class: 'draw-state', 'aria-live': 'polite' });
  const warning = el('p', { class: 'note warn', hidden: true });
  const element = el(
    'div',
    { class: 'draw-tools', id: 'route-line', 'data-field': 'line', tabindex: -1 },
    state,
    el('div', { class: 'draw-buttons', role: 'group', 'aria-label': t('draw.tools') }, undo, redo, reverse, removeButton),
    snap.element,
    fit,
    warning,
    list.element,
  );

  function update(look) {
    const { places, legs, metres, lack, waits, straight, away, snaps, undoable, redoable } = look;
    undo.disabled = !undoable;
    redo.disabled = !redoable;
    reverse.disabled = lack !== null;
    fit.hidden = lack !== null || waits || legs.every((leg) => leg === null || leg.state === 'found');
    removeButton.disabled = places.length === 0;
    snap.update(snaps);
    replaceChildren(state, stateWords(look, lack, waits, metres));
    warning.hidden = straight === 0 && away === 0;
    replaceChildren(warning, straight > 0 && t('draw.straight', { count: straight }), away > 0 && [straight > 0 && ' ', t('draw.away', { count: away }), ' ', el('button', { type: 'button', class: 'text-button', onclick: drawing.retry }, t('retry'))]);
    list.update(look);
  }
  return { element, update };
}

function stateWords({ places }, lack, waits, metres) {
  if (lack === 'empty') return [el('b', {}, t('draw.start')), ' ', t('draw.start.how')];
  if (lack === 'short') return el('b', {}, t('draw.second'));
  return [el('b', {}, formatMetres(metres)), ` · ${t('draw.count', { count: places.length })}`, waits && ` · ${t('draw.waits')}`, el('br'), t('draw.second.how')];
}
