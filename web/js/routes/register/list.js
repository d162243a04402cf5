/** The register as a list: statuses with their counts to switch on and off, then the routes, to choose from. */

import { el, icon, replaceChildren } from '../../dom.js';
import { formatKm, formatNumber, t } from '../../i18n/index.js';
import { DASH_SIGNS } from './sign.js';
import { layerOf, STATUSES } from './statuses.js';

/**
 * `deeds`: `{choose(id), draw(), importFile()}`, of which the last two are null for an account that may not. `update({routes, view,
 * problem})` shows them; `routes` is null until they have come, `problem` says why they have not.
 */
export function createRouteList(state, deeds) {
  const total = el('small', {});
  const boxes = STATUSES.map((status) => statusBox(state, status));
  const list = el('ul', { class: 'register-list' });
  const note = el('p', { class: 'muted route-empty', hidden: true });
  const element = el(
    'section',
    { class: 'register' },
    el('h2', {}, t('register.title'), total),
    boxes.map((box) => box.element),
    deeds.draw && el('div', { class: 'register-acts' }, el('button', { type: 'button', class: 'button quiet', onclick: deeds.draw }, icon('add', 16), t('register.draw')), el('button', { type: 'button', class: 'button quiet', onclick: deeds.importFile }, icon('upload', 16), t('register.import'))),
    note,
    list,
  );

  function update({ routes, view, problem }) {
    const known = routes ?? [];
    total.textContent = routes ? formatNumber(known.length) : '';
    for (const box of boxes) box.update(view, routes && known.filter(({ properties }) => properties.status === box.status).length);
    const shown = known.filter(({ properties }) => !view.hidden.includes(layerOf(properties.status)));
    const words = problem ? t('register.failed') : routes === null ? t('register.loading') : known.length === 0 ? t(deeds.draw ? 'register.empty' : 'register.emptyOnly') : shown.length === 0 ? t('register.allHidden') : null;
    note.hidden = words === null;
    replaceChildren(note, words);
    const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement);
    replaceChildren(list, shown.map((route) => row(route, route.id === view.chosen)));
    if (focused >= 0) list.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
  }

  function row({ id, properties: p }, isChosen) {
    const facts = [t(`route.status.${p.status}`), Number.isFinite(p.border_km) && t('register.meets', { km: formatKm(p.border_km) })];
    return el(
      'li',
      { class: isChosen ? 'chosen' : null },
      el(
        'button',
        { type: 'button', class: 'row-button', 'aria-pressed': String(isChosen), onclick: () => deeds.choose(isChosen ? null : id) },
        el('span', { class: 'route-head' }, el('span', {}, el('b', {}, p.code), ` ${p.name}`), el('span', { class: 'n' }, lengthWords(p.length_km))),
        el('small', {}, facts.filter(Boolean).join(' · ')),
      ),
    );
  }
  return { element, update };
}

const lengthWords = (km) => (Number.isFinite(km) ? `${formatNumber(km, 1)}\u00a0km` : '');

function statusBox(state, status) {
  const layer = layerOf(status);
  const input = el('input', { type: 'checkbox' });
  input.addEventListener('change', () => {
    const others = state.get().hidden.filter((each) => each !== layer);
    state.set({ hidden: input.checked ? others : [...others, layer] });
  });
  const count = el('span', { class: 'n route-count' });
  const element = el('label', { class: 'layer' }, input, DASH_SIGNS[status](), el('span', {}, t(`route.status.${status}`)), count);
  const update = (view, number) => {
    input.checked = !view.hidden.includes(layer);
    count.textContent = number === null ? '' : formatNumber(number);
  };
  return { status, element, update };
}
