/** One cell of a Gi* result in words: where, how sure, against what, and month by month. */

import { monthBars } from '../../charts/months.js';
import { el, icon } from '../../dom.js';
import { formatBandwidth, formatNumber, t } from '../../i18n/index.js';
import { periodName } from '../../panels/period.js';
import { swatch } from '../cells/marks.js';
import { figures, keyValues, placeWords, storyHead } from '../parts.js';
import { correctionOf, CORRECTIONS, kindOf, LEVELS, markOfKind, rankCells } from './kinds.js';
import { formatP, kindWords, levelWords, sensorWords, unitWords } from './words.js';

/** Hexagons whose middles are `d` apart have the area √3/2 d². */
const areaKm2 = (cellMetres) => (Math.sqrt(3) / 2) * (cellMetres / 1000) ** 2;

export function giStory(feature, document, { view, base, deeds, rank }) {
  const { summary } = document;
  const p = feature.properties;
  const correction = correctionOf(view);
  const byEffort = summary.exposure === 'effort';
  const kind = kindOf(p, correction, byEffort);
  const size = summary.cell_metres ? t('gi.size', { metres: formatBandwidth(summary.cell_metres), area: formatNumber(areaKm2(summary.cell_metres), 1) }) : null;
  return [
    storyHead(t('gi.chosen'), placeWords(p, base), size, rank, deeds),
    el('section', {}, el('p', { class: 'proof' }, swatch(markOfKind(kind)), kindWords(kind, summary)), isUnknown(kind) && el('p', { class: 'note' }, t(p.detections > 0 ? 'gi.unknown.some' : `gi.${kind}.explained`)), !isUnknown(kind) && isHotAround(p) && el('p', { class: 'note' }, t('gi.around')), !isUnknown(kind) && scores(p, summary)),
    el('section', {}, el('h2', {}, t('story.inPeriod'), el('small', {}, periodName(summary.period))), counts(p, summary, kind), byEffort && el('p', { class: 'muted small' }, rateWords(p, summary, kind))),
    p.series && months(p, summary),
    deeds.detections && el('section', { class: 'actions' }, el('button', { type: 'button', class: 'button quiet', onclick: deeds.detections }, icon('fit', 16), t('story.detections'))),
  ];
}

const isUnknown = (kind) => kind === 'hardly' || kind === 'not-patrolled';

/** Gi* is of a place and its neighbours, so that a hot place may be empty. */
const isHotAround = ({ detections, class: raw }) => detections === 0 && raw > 0;

/** Why the rate isn't what a reader would divide, and what sensors count in it. */
function rateWords(p, summary, kind) {
  const hasRate = !isUnknown(kind) && p.value !== null && p.value !== undefined;
  return [hasRate && t('gi.rate.explained'), hasRate && summary.smoothing === 'eb' && t('gi.rate.smoothed'), p.sensor_hours > 0 && sensorWords(summary)].filter(Boolean).join(' ');
}

/** z, p, and what each correction leaves of it. A place that was not tested has none; each is its own neighbour too. */
function scores(p, summary) {
  if (p.giz === null || p.giz === undefined) return null;
  return keyValues([
    [t('gi.z'), formatNumber(p.giz, 2)],
    [t('gi.p'), `${formatP(p.p)} · ${levelOf(p.class)}`],
    p.p_sim !== undefined && [t('gi.pSim'), formatP(p.p_sim)],
    ...CORRECTIONS.map((each) => [t(`correction.${each}`), levelOf(p[`class_${each}`])]),
    [t('gi.neighbours'), formatNumber(Math.max(0, p.neighbours - 1))],
    [t('gi.against'), t('gi.n', { n: summary.n })],
    p.sensor_hours > 0 && [t('gi.sensorHours'), formatNumber(p.sensor_hours, 1)],
    p.sensor_hours > 0 && [t('gi.exposure'), formatNumber(p.exposure, 1)],
  ].filter(Boolean));
}

const levelOf = (level) => (level ? levelWords(level) : t('gi.no'));

/** A rate of hardly any hours would be a large number that says nothing. */
function counts(p, summary, kind) {
  const byEffort = summary.exposure === 'effort';
  return figures([
    [p.persons, t('unit.persons')],
    [p.detections, t('unit.detections')],
    byEffort && [p.patrol_hours, t('unit.hours'), p.patrol_hours < 10 ? 1 : 0],
    byEffort && !isUnknown(kind) && [p.value, unitWords(summary), 'rate'],
  ].filter(Boolean));
}

function months(p, summary) {
  const { starts } = summary.series;
  const weight = summary.weight ?? 'persons';
  return el(
    'section',
    {},
    el('h2', {}, t(`gi.byMonth.${weight}`), p.series.patrol_hours && el('small', {}, t('gi.byMonth.effort'))),
    monthBars({ starts, values: p.series[weight], effort: p.series.patrol_hours, period: summary.period, label: t(`gi.byMonth.${weight}`) }),
    p.trend_z !== undefined && el('p', { class: 'note' }, trendSentence(p.trend_z, p.trend_p)),
  );
}

/** What a Mann-Kendall test found, in words first. */
export function trendSentence(z, p) {
  const words = p >= 0.05 ? 'trend.none' : z > 0 ? 'trend.rise' : 'trend.fall';
  return t(words, { z: formatNumber(z, 2), p: p < 0.0001 ? formatP(p) : `= ${formatP(p)}` });
}
