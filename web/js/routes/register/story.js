/** One route in words: what it joins, how long it is, where it meets the border; what speaks for it; routes like it; its history. */

import { el, icon, replaceChildren } from '../../dom.js';
import { formatDateTime, formatKm, formatNumber, formatPercent, t } from '../../i18n/index.js';
import { createEvidence } from './evidence.js';
import { placeName } from './places.js';
import { DASH_SIGNS } from './sign.js';

const CHANGES = 4;
const FIELD_WORDS = { geometry: 'route.line', evidence: 'route.evidence.kinds', matched_share: 'route.matched' };

/**
 * The sections of a route, built once and filled as the answers come. `deeds`: `{close, edit, remove, choose(id), distance, show, go}`; `edit` and
 * `remove` are null for an account that may not. Answers `{sections, update(known)}`; `known` is `{evidence, period, withinMetres,
 * problem, shown, history, group}`: `history` the changes, the newest first, `group` the other routes that run along this one, `onNetwork` as in draw/match.js.
 */
export function createRouteStory(route, deeds) {
  const { properties: p } = route;
  const evidence = createEvidence(deeds);
  const network = el('section', { hidden: true });
  const similar = el('section', { hidden: true });
  const history = el('section', { hidden: true });
  const sections = [head(route, deeds), places(p), evidence.element, network, similar, history, acts(deeds)].filter(Boolean);

  function update(known) {
    evidence.update(known);
    network.hidden = !known.onNetwork;
    if (known.onNetwork) replaceChildren(network, networkBody(known.onNetwork));
    similar.hidden = !known.group?.length;
    if (known.group?.length) replaceChildren(similar, el('h2', {}, t('similar.title')), el('ul', { class: 'route-similar' }, known.group.map((other) => similarRow(other, deeds))));
    history.hidden = !known.history?.length;
    if (known.history?.length) replaceChildren(history, historyBody(known.history));
  }
  return { sections, update };
}

function head({ properties: p }, { close }) {
  return el(
    'section',
    { class: 'route-story' },
    el('h2', {}, el('span', {}, el('b', { class: 'route-code' }, p.code), ` ${p.name}`), el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: close }, icon('close', 16))),
    el('p', { class: 'route-state' }, DASH_SIGNS[p.status](), t(`route.status.${p.status}`), p.synthetic && el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    el(
      'div',
      { class: 'figures' },
      el('div', { class: 'figure' }, el('b', {}, `${formatNumber(p.length_km, 1)}\u00a0km`), el('span', {}, t('route.length'))),
      meeting(p) && el('div', { class: 'figure' }, el('b', {}, formatKm(p.border_km)), el('span', {}, t('route.meets', { neighbour: t(`country.${p.border_with}`) }))),
    ),
  );
}

const meeting = (p) => Number.isFinite(p.border_km);

function places(p) {
  const line = (key, value) => (value ? [el('dt', {}, t(key)), el('dd', {}, value)] : null);
  const kinds = (p.evidence ?? []).map((kind) => t(`route.evidence.${kind}`)).join(', ');
  const lines = [
    line('route.origin', p.origin && placeName(p.origin)),
    line('route.transit', (p.transit ?? []).map(placeName).join(' → ')),
    line('route.destination', p.destination && placeName(p.destination)),
    line('route.matched', Number.isFinite(p.matched_share) ? formatPercent(p.matched_share, { decimals: 0 }) : null),
    line('route.evidence.kinds', kinds),
  ].filter(Boolean);
  return lines.length > 0 && el('section', {}, el('dl', { class: 'key-value' }, lines));
}

/** How much of it goes on known ways; what does not is a way that the network lacks. */
function networkBody({ share, edges }) {
  return [el('h2', {}, t('network.title'), el('small', {}, t('network.edges', { count: edges.length }))), el('p', { class: 'muted' }, t(share >= 0.995 ? 'network.whole' : 'network.share', { share: formatPercent(share, { decimals: 0 }) }))];
}

function similarRow({ id, properties: p }, { choose }) {
  return el('li', {}, el('button', { type: 'button', class: 'row-button', onclick: () => choose(id) }, el('b', {}, p.code), ` ${p.name}`, el('small', {}, t(`route.status.${p.status}`))));
}

function historyBody(changes) {
  const row = (change) => el('li', {}, el('span', {}, changeWords(change)), el('small', {}, `${formatDateTime(change.at)} · ${change.by}`));
  const rest = changes.slice(CHANGES);
  return [
    el('h2', {}, t('history.title'), el('small', {}, t('history.count', { count: changes.length }))),
    el('ul', { class: 'jobs route-history' }, changes.slice(0, CHANGES).map(row)),
    rest.length > 0 && el('details', { class: 'route-history-rest' }, el('summary', {}, t('history.more', { count: rest.length })), el('ul', { class: 'jobs route-history' }, rest.map(row))),
  ];
}

/** `Sửa: trạng thái Nghi vấn → Đã xác minh; Đường đi`. */
function changeWords({ operation, fields }) {
  if (operation !== 'update' || fields.length === 0) return t(`history.${operation}`);
  return t('history.changed', { fields: fields.map(fieldWords).join('; ') });
}

function fieldWords({ name, from, to }) {
  if (name === 'status') return t('history.status', { from: t(`route.status.${from}`), to: t(`route.status.${to}`) });
  return t(FIELD_WORDS[name] ?? `route.${name}`);
}

function acts({ edit, remove }) {
  if (!edit && !remove) return null;
  return el(
    'section',
    { class: 'actions' },
    edit && el('button', { type: 'button', class: 'button quiet', onclick: edit }, icon('edit', 16), t('route.edit')),
    remove && el('button', { type: 'button', class: 'button quiet danger', onclick: remove }, icon('bin', 16), t('route.remove')),
  );
}
