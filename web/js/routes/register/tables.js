/** The register as a table under the map, and in figures beside it. */

import { el } from '../../dom.js';
import { formatKm, formatNumber, t } from '../../i18n/index.js';
import { placeName } from './places.js';
import { DASH_SIGNS } from './sign.js';
import { STATUSES } from './statuses.js';

/** `{title, note, body}`; `choose(id)` when a row is taken, `chosen` is the id of the present one. */
export function registerDock(routes, { choose, chosen }) {
  if (routes.length === 0) return null;
  const columns = ['route.code', 'route.name', 'route.status', 'register.fromTo', 'register.km', 'register.border'];
  const head = columns.map((key, i) => el('th', { scope: 'col', class: i >= 4 && 'n' }, t(key)));
  const body = routes.map((route) => row(route, choose, route.id === chosen));
  const note = t('register.note', { count: routes.length, km: formatNumber(routes.reduce((sum, { properties }) => sum + properties.length_km, 0)) });
  return { title: t('register.title'), note, body: el('table', { class: 'grid-table ranks register-table' }, el('thead', {}, el('tr', {}, head)), el('tbody', {}, body)) };
}

function row({ id, properties: p }, choose, isChosen) {
  const button = el('button', { type: 'button', class: 'text-button', 'aria-pressed': String(isChosen), 'aria-label': `${p.code} ${p.name}` }, p.code);
  const line = el(
    'tr',
    { class: isChosen ? 'chosen' : null },
    el('td', {}, button),
    el('th', { scope: 'row' }, p.name),
    el('td', {}, el('span', { class: 'with-swatch' }, DASH_SIGNS[p.status](), t(`route.status.${p.status}`))),
    el('td', {}, [p.origin, p.destination].filter(Boolean).map(placeName).join(' – ')),
    el('td', { class: 'n' }, formatNumber(p.length_km, 1)),
    el('td', { class: 'n' }, Number.isFinite(p.border_km) ? formatKm(p.border_km) : '–'),
  );
  // The whole row may be clicked; keys and screen readers have its button.
  line.addEventListener('click', () => choose(isChosen ? null : id));
  return line;
}

/** How many of each status, how long together. */
export function registerNumbers(routes) {
  const km = (list) => formatNumber(list.reduce((sum, { properties }) => sum + properties.length_km, 0));
  const rows = STATUSES.map((status) => [status, routes.filter(({ properties }) => properties.status === status)]).filter(([, list]) => list.length > 0);
  const synthetic = routes.some(({ properties }) => properties.synthetic);
  return [
    el(
      'section',
      {},
      el('h2', {}, t('register.title')),
      el('div', { class: 'figures' }, el('div', { class: 'figure' }, el('b', {}, formatNumber(routes.length)), el('span', {}, t('register.routes', { count: routes.length }))), el('div', { class: 'figure' }, el('b', {}, `${km(routes)}\u00a0km`), el('span', {}, t('register.length')))),
      synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    ),
    el(
      'section',
      {},
      el('dl', { class: 'key-value' }, rows.map(([status, list]) => [el('dt', {}, t(`route.status.${status}`)), el('dd', {}, t('register.note', { count: list.length, km: km(list) }))])),
      el('p', { class: 'note' }, t('register.choose')),
    ),
  ];
}
