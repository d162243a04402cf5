/** The story of one stretch: what it carries, what happens when it is closed, its heights, the routes over it. */

import { figures, keyValues, storyHead } from '../../analysis/parts.js';
import { climbOf, heightsChart } from '../../charts/heights.js';
import { el } from '../../dom.js';
import { formatNumber, t } from '../../i18n/index.js';
import { pending } from '../pending.js';
import { betweenWords, classWords, formatCost, formatExtra, formatKilometres, roadWords, viaWords } from '../words.js';
import { askClosure, isClosureKnown } from './closure.js';
import { joinedProfile, MOST_PIECES, NEAR_METRES, piecesOf, segmentDetails } from './details.js';
import { routesOver } from './routes-over.js';
import { loadWords, shareWords, stretchTitle, unitOf } from './words.js';

const CHART = { width: 296, height: 132 };

export function segmentStory(feature, document, { view, base, deeds, rank, period, job }) {
  const { properties: p, geometry } = feature;
  const unit = unitOf(document.summary);
  const length = Number.isFinite(p.length_m) ? `${formatKilometres(p.length_m)} km` : null;
  const title = el('span', {}, el('span', { class: 'rank-badge on', 'aria-hidden': 'true' }, String(p.rank)), ' ', roadWords(p));
  return [
    storyHead(title, betweenWords(geometry.coordinates, base.places), [classWords(p.class), length, p.edges.length > 1 && t('segments.pieces', { count: p.edges.length })].filter(Boolean).join(' · '), rank, deeds),
    el('section', {}, figureRow(p, unit), p.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge')))),
    el('section', {}, el('h2', {}, t('closure')), closure(feature, document, base, job)),
    heights(feature, base, view, period),
    near(feature, view, period),
  ];
}

const figureRow = (p, unit) => el('div', { class: 'figures' }, el('div', { class: 'figure' }, el('b', {}, shareWords(p.share)), el('span', {}, t('segments.ofAll', { unit }))), el('div', { class: 'figure' }, el('b', {}, loadWords(p.load)), el('span', {}, unit)));

/** Asked only when somebody wants to know, as every answer is a computation over the whole network. */
function closure(feature, document, base, job) {
  const box = el('div', {});
  const ask = () => box.replaceChildren(pending(askClosure(feature, job), (answer) => closureWords(answer, document.summary.weight, base), { waiting: t('closure.waiting') }));
  if (isClosureKnown(feature, job)) ask();
  else box.append(el('p', { class: 'muted small' }, t('closure.explained')), el('button', { type: 'button', class: 'button wide', onclick: ask }, t('closure.ask')));
  return box;
}

function closureWords({ summary, ways, open }, weight, base) {
  const share = summary.closure?.share_within_60_minutes_more ?? null;
  return [
    ways.length === 0
      ? el('p', { class: 'note warn' }, t('closure.noWay'))
      : el(
          'table',
          { class: 'rank remaining' },
          el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('closure.way')), el('th', { scope: 'col', class: 'n' }, t(weight === 'metres' ? 'closure.length' : 'closure.time')), el('th', { scope: 'col', class: 'n' }, t('closure.extra')))),
          el('tbody', {}, ways.map(({ properties: p, geometry }) => el('tr', {}, el('th', { scope: 'row' }, `${p.rank} · ${viaWords(p, geometry, base)}`, isOnFoot(p) && el('span', { class: 'tag' }, t('way.onFoot'))), el('td', { class: 'n' }, formatCost(p.cost, weight)), el('td', { class: 'n' }, open === null ? '–' : formatExtra(p.cost - open, weight))))),
        ),
    share !== null && el('p', { class: 'note' }, t(share >= 0.5 ? 'closure.moves' : 'closure.holds', { share: shareWords(share) })),
    keyValues([
      [t('closure.meanExtra'), Number.isFinite(summary.closure?.mean_extra_cost) ? formatExtra(summary.closure.mean_extra_cost, weight) : null],
      [t('closure.lost'), summary.closure?.lost_demand > 0 ? `${loadWords(summary.closure.lost_demand)} ${unitOf(summary)}` : null],
    ]),
  ];
}

const isOnFoot = (p) => 'drive_seconds' in p && p.drive_seconds === null;

function heights(feature, base, view, period) {
  if (feature.properties.edges.length > MOST_PIECES) return null;
  return pending(piecesOf(feature, view, period), (pieces) => {
    const profile = joinedProfile(pieces, feature.geometry.coordinates[0]);
    if (!profile) return el('section', {}, el('h2', {}, t('heights')), el('p', { class: 'muted small' }, t('heights.none')));
    const { least, most, rise } = climbOf(profile);
    const label = t('heights.label', { title: stretchTitle(feature, base), least: Math.round(least), most: Math.round(most), rise: Math.round(rise) });
    return el('section', {}, el('h2', {}, t('heights'), el('small', {}, t('heights.unit'))), heightsChart([{ profile, chosen: true, name: roadWords(feature.properties) }], { ...CHART, label }));
  });
}

/** Of the strongest piece: what lies near two pieces would be counted twice. */
function near(feature, view, period) {
  return pending(segmentDetails(feature.id, view, period), ({ properties: p }) => [
    p.detections && el('section', {}, el('h2', {}, t('near.title', { metres: formatNumber(NEAR_METRES) }), feature.properties.edges.length > 1 && el('small', {}, t('near.piece'))), figures([[p.detections.count, t('detections')], [p.detections.persons, t('persons')]])),
    el('section', {}, el('h2', {}, t('near.routes')), routesOver(p.routes ?? [])),
  ]);
}
