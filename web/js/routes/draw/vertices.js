/** The vertices as a list with their coordinates: what the map does by hand can all be done here with keys. */

import { el, icon, replaceChildren } from '../../dom.js';
import { t } from '../../i18n/index.js';

const DECIMALS = 5;

/** `deeds`: `{append(at), move(index, at), remove(index), select(index)}`. `update({places, selected})` shows them. */
export function createVertexList(deeds) {
  const summary = el('summary', {});
  const body = el('tbody');
  const next = coordinates('draw-next', () => {});
  const add = el('button', { type: 'button', class: 'button quiet', onclick: addTyped }, icon('add', 16), t('draw.add'));
  const error = el('span', { class: 'field-error', role: 'alert' });
  const element = el(
    'details',
    { class: 'draw-vertices' },
    summary,
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ['draw.number', 'draw.lat', 'draw.lon', 'draw.removing'].map((key, i) => el('th', { scope: 'col' }, i === 3 ? el('span', { class: 'visually-hidden' }, t(key)) : t(key))))),
      body,
      el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, '+'), next.cells, el('td', {}))),
    ),
    error,
    add,
  );

  /** Enter in a field of the new vertex adds it, instead of sending the form. */
  for (const input of next.inputs) input.addEventListener('keydown', (event) => event.key === 'Enter' && (event.preventDefault(), addTyped()));

  function addTyped() {
    const at = next.read();
    replaceChildren(error, at ? '' : t('draw.badCoordinates'));
    if (!at) return next.inputs[0].focus();
    deeds.append(at);
    next.show(null);
    next.inputs[0].focus();
  }

  function update({ places, selected }) {
    summary.textContent = t('draw.vertices', { count: places.length });
    const focused = [...body.querySelectorAll('input, button')].indexOf(document.activeElement);
    replaceChildren(body, places.map((place, i) => row(place, i, i === selected)));
    if (focused >= 0) [...body.querySelectorAll('input, button')][focused]?.focus({ preventScroll: true });
  }

  function row(place, i, isSelected) {
    const fields = coordinates(`draw-${i}`, () => {
      const at = fields.read();
      replaceChildren(error, at ? '' : t('draw.badCoordinates'));
      if (at) deeds.move(i, at);
      else fields.show(place);
    });
    fields.show(place);
    for (const input of fields.inputs) input.setAttribute('aria-label', t(input.name === 'lat' ? 'draw.latOf' : 'draw.lonOf', { number: i + 1 }));
    return el(
      'tr',
      { class: isSelected ? 'chosen' : null, onfocusin: () => !isSelected && deeds.select(i) },
      el('th', { scope: 'row' }, i + 1),
      fields.cells,
      el('td', {}, el('button', { type: 'button', class: 'ghost small', 'aria-label': t('draw.removeNumber', { number: i + 1 }), onclick: () => deeds.remove(i) }, icon('bin', 16))),
    );
  }
  return { element, update };
}

/** Two fields; `read()` answers `[lon, lat]` or null when they hold no place on earth. */
function coordinates(id, onChange) {
  const field = (name) => el('input', { class: 'input', id: `${id}-${name}`, name, inputmode: 'decimal', autocomplete: 'off', 'aria-label': t(`draw.${name}`), onchange: onChange });
  const inputs = [field('lat'), field('lon')];
  const read = () => {
    const [lat, lon] = inputs.map(({ value }) => (value.trim() === '' ? NaN : Number(value.trim().replace(',', '.'))));
    return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? [lon, lat] : null;
  };
  const show = (place) => inputs.forEach((input, i) => (input.value = place ? place[1 - i].toFixed(DECIMALS) : ''));
  return { inputs, cells: inputs.map((input) => el('td', {}, input)), read, show };
}
