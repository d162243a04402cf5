/** The story of one cell over time: its label and what that means, its scores and values step by step, and both trends in a sentence. */

import { binBars } from '../../charts/bins.js';
import { el, icon } from '../../dom.js';
import { currentLanguage, formatNumber, formatRate, t } from '../../i18n/index.js';
import { swatch } from '../cells/marks.js';
import { unitWords } from '../gi/words.js';
import { keyValues, placeWords, storyHead } from '../parts.js';
import { formatP } from '../probability.js';
import { stepLabel, stepsWord, stepWord } from '../steps.js';
import { kindOf, markOfKind, UNKNOWN } from './kinds.js';
import { wordKey } from './labels.js';
import { plainWords } from './legend.js';

const CHART = { width: 296, height: 176 };

export function trendStory(feature, document, { base, deeds, rank }) {
  const { summary } = document;
  const p = feature.properties;
  const kind = kindOf(p, summary.exposure === 'effort');
  const unit = unitWords(summary);
  const words = { step: stepWord(summary.step), steps: stepsWord(summary.step, summary.steps.length) };
  const known = !UNKNOWN.includes(kind) && (p.giz ?? []).some((score) => score !== null);
  return [
    storyHead(t('trends.chosen'), placeWords(p, base), null, rank, deeds),
    el(
      'section',
      {},
      el('p', { class: 'proof' }, swatch(markOfKind(kind)), UNKNOWN.includes(kind) ? plainWords(kind, summary) : t(wordKey(kind))),
      el('p', { class: 'muted' }, UNKNOWN.includes(kind) ? t(`gi.${kind}.explained`) : t(`${wordKey(kind)}.meaning`, words)),
    ),
    known && chart(p, summary, unit, words),
    known && trends(p, summary, unit, words),
    deeds.detections && el('section', { class: 'actions' }, el('button', { type: 'button', class: 'button quiet', onclick: deeds.detections }, icon('fit', 16), t('story.detections'))),
  ];
}

function chart(p, summary, unit, words) {
  return el(
    'section',
    {},
    el('h2', {}, t('trends.chart', words), el('small', {}, t('trends.chart.below', { unit }))),
    binBars({ scores: p.giz, values: p.values, bins: p.bins, steps: summary.steps, ...CHART, label: chartLabel(p, summary, unit, words) }),
    binLegend(p),
  );
}

function trends(p, summary, unit, words) {
  const alpha = summary.trend_alpha;
  const share = (part) => t('trends.bins.of', { part, all: p.giz.length });
  return el(
    'section',
    {},
    isTested(p.trend_z) && el('p', {}, trendSentence('scores', p.trend_z, p.trend_p, alpha)),
    isTested(p.value_trend_z) && el('p', { class: 'spaced' }, trendSentence('values', p.value_trend_z, p.value_trend_p, alpha, unit)),
    keyValues([
      isTested(p.value_slope) && [t('trends.slope'), slopeWords(p.value_slope, unit, words.step)],
      [t('trends.bins.hot', words), share(p.hot_bins)],
      p.cold_bins > 0 && [t('trends.bins.cold', words), share(p.cold_bins)],
    ].filter(Boolean)),
  );
}

/** A place that was seldom looked at has too few values for a trend. */
const isTested = (number) => number !== null && number !== undefined;

/** `what`: `scores` or `values`; a trend is one when p is at most `alpha`, 0.10 unless the result says otherwise. */
export function trendSentence(what, z, p, alpha = 0.1, unit = '') {
  const course = !(p <= alpha) || z === 0 ? 'level' : z > 0 ? 'rising' : 'falling';
  const test = t('trends.test', { z: formatNumber(z, 2), p: formatP(p) });
  return t(`trends.${what}.${course}`, { test, unit: course === 'level' ? unit : capital(unit) });
}

const capital = (text) => (text ? text[0].toLocaleUpperCase(currentLanguage()) + text.slice(1) : '');

/** `+0,62 lượt người mỗi ô mỗi tháng`. */
export const slopeWords = (slope, unit, step) => t('trends.slope.value', { slope: `${slope > 0 ? '+' : ''}${formatRate(slope)}`, unit, step });

function chartLabel(p, summary, unit, words) {
  const most = Math.max(0, ...p.values);
  const when = stepLabel(summary.steps[Math.max(0, p.values.indexOf(most))], summary.step);
  return t('trends.chart.label', { ...words, unit, hot: p.hot_bins, cold: p.cold_bins, all: p.giz.length, most: formatRate(most), when });
}

/** Only the kinds of bars that are in the picture. */
function binLegend({ bins, values }) {
  const unknown = (i) => values[i] === null;
  const kinds = [['hot', (bin) => bin > 0], ['cold', (bin) => bin < 0], ['neither', (bin, i) => bin === 0 && !unknown(i)], ['unknown', (bin, i) => unknown(i)]];
  return el(
    'ul',
    { class: 'bin-legend' },
    kinds.filter(([, isOf]) => bins.some(isOf)).map(([kind]) => el('li', {}, el('i', { class: `bin-swatch ${kind}`, 'aria-hidden': 'true' }), t(`trends.chart.${kind}`))),
  );
}
