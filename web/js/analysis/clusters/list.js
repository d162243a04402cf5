/** All clusters of a result, the strongest first: what the panel at the right shows while none is chosen. */

import { el } from '../../dom.js';
import { formatStretch, t } from '../../i18n/index.js';
import { formatSimulatedP, isClear } from '../probability.js';
import { countClusters, isNotable } from './notable.js';
import { stretchOfCluster } from './place.js';
import { observedOverExpected, riskWords, spanWords } from './words.js';

/** `choose(feature)` opens the story of one. */
export function clusterList({ features, summary }, { base, choose }) {
  const { rest } = countClusters(features);
  if (rest === features.length) return [el('section', {}, el('h2', {}, t('clusters.list')), el('p', { class: 'note' }, t('clusters.none')))];
  const head = (key, numeric) => el('th', { scope: 'col', class: numeric ? 'n' : null }, t(`clusters.column.${key}`));
  return [
    el(
      'section',
      {},
      el('h2', {}, t('clusters.list')),
      el(
        'table',
        { class: 'rank clusters' },
        el('thead', {}, el('tr', {}, head('cluster'), head('counts', true), head('risk', true), head('p', true))),
        el('tbody', {}, features.filter(isNotable).map((feature) => row(feature, summary, base, choose))),
      ),
      rest > 0 && el('p', { class: 'table-note' }, t('clusters.rest', { count: rest })),
    ),
  ];
}

function row(feature, { replicates }, base, choose) {
  const { properties: p } = feature;
  const place = stretchOfCluster(feature, base.borders);
  const clear = isClear(p.p);
  return el(
    'tr',
    { class: clear ? null : 'faint' },
    el(
      'td',
      {},
      el('button', { type: 'button', class: 'row-button', onclick: () => choose(feature) }, el('b', {}, `${p.rank}. `), place ? formatStretch(place.fromKm, place.toKm) : '', el('small', {}, spanWords(p.from, p.to)), !clear && el('small', {}, t('clusters.unclear'))),
    ),
    el('td', { class: 'n' }, observedOverExpected(p)),
    el('td', { class: 'n' }, riskWords(p.relative_risk)),
    el('td', { class: 'n' }, formatSimulatedP(p.p, replicates).replace(/^p = /, '').replace(/^p /, '')),
  );
}
