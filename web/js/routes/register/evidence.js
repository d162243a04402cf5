/** Which detections lie along a route: how near, in the period that is looked at, by whom they were told. */

import { el, icon, replaceChildren } from '../../dom.js';
import { formatDateTime, formatMetres, formatNumber, t } from '../../i18n/index.js';
import { segmented } from '../../panels/fields.js';
import { periodName } from '../../panels/period.js';

export const DISTANCES_METRES = [200, 500, 1000, 2000];
const NEAREST = 5;

/**
 * `deeds`: `{distance(metres), show(on), go(feature)}`; `show` is null where single detections may not be seen. `update({evidence, period,
 * withinMetres, problem, shown})`: `evidence` is null until it has come.
 */
export function createEvidence(deeds) {
  const when = el('small', {});
  const distance = segmented(t('evidence.within'), DISTANCES_METRES.map((metres) => [metres, formatMetres(metres)]), deeds.distance);
  const body = el('div', { class: 'evidence-body', 'aria-live': 'polite' });
  const element = el('section', { class: 'evidence' }, el('h2', {}, t('evidence.title'), when), distance.element, body);

  function update({ evidence, period, withinMetres, problem, shown }) {
    when.textContent = periodName(period);
    distance.update(withinMetres);
    element.setAttribute('aria-busy', String(!evidence && !problem));
    if (problem) return replaceChildren(body, el('p', { class: 'note' }, t('evidence.failed')));
    if (!evidence) return replaceChildren(body, el('p', { class: 'muted' }, t('evidence.loading')));
    if (evidence.detections === 0) return replaceChildren(body, el('p', { class: 'note' }, t('evidence.none', { distance: formatMetres(withinMetres) })));
    replaceChildren(body, figures(evidence), sources(evidence.by_source), halves(evidence.by_half_year), evidence.nearest?.length > 0 && nearest(evidence.nearest, shown, deeds));
  }
  return { element, update };
}

function figures({ detections, persons }) {
  const figure = (value, key) => el('div', { class: 'figure' }, el('b', {}, formatNumber(value)), el('span', {}, t(key, { count: value })));
  return el('div', { class: 'figures' }, figure(detections, 'answer.detections'), figure(persons, 'answer.persons'));
}

/** One line a source, the most first: `Tuần tra 210 · Cảm biến 84`. */
function sources(bySource) {
  const counts = Object.entries(bySource ?? {}).map(([source, { detections }]) => [source, detections]).filter(([, count]) => count > 0);
  if (counts.length === 0) return null;
  return el('p', { class: 'evidence-sources' }, counts.sort(([, a], [, b]) => b - a).map(([source, count]) => el('span', {}, t(`source.${source}`), ' ', el('b', { class: 'n' }, formatNumber(count)))));
}

/** A bar for each half-year, in a table that says the same in figures. */
function halves(rows) {
  if (!rows || rows.length < 2) return null;
  const most = Math.max(1, ...rows.map(({ persons }) => persons));
  return el(
    'table',
    { class: 'grid-table evidence-halves' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('evidence.half')), el('th', { scope: 'col', class: 'n' }, t('detections')), el('th', { scope: 'col', class: 'n' }, t('persons')), el('td', {}))),
    el('tbody', {}, rows.map(({ period, detections, persons }) => el('tr', {}, el('th', { scope: 'row' }, halfName(period)), el('td', { class: 'n' }, formatNumber(detections)), el('td', { class: 'n' }, formatNumber(persons)), el('td', { class: 'evidence-bar' }, el('i', { style: { width: `${(100 * persons) / most}%` } }))))),
  );
}

/** `2024-H1` as the page writes it. */
function halfName(period) {
  const [year, half] = period.split('-H');
  return t('evidence.halfName', { half, year });
}

function nearest(list, shown, deeds) {
  const toggle = deeds.show && el('button', { type: 'button', class: 'text-button', 'aria-pressed': String(shown), onclick: () => deeds.show(!shown) }, icon('locate', 16), t(shown ? 'evidence.hide' : 'evidence.show', { count: list.length }));
  return [
    toggle,
    el('ul', { class: 'jobs' }, list.slice(0, NEAREST).map((each) => el('li', {}, el('button', { type: 'button', class: 'row-button', onclick: () => deeds.go(each) }, formatDateTime(each.observed_at)), el('span', { class: 'n' }, t('evidence.persons', { count: each.persons })), el('small', {}, [each.distance_m !== undefined && t('evidence.away', { distance: formatMetres(each.distance_m) }), each.source && t(`source.${each.source}`)].filter(Boolean).join(' · '))))),
  ];
}
