/** The story of one cell over time: its label and what that means, its scores and values step by step, and both trends in a sentence. */

import { binBars } from '../../charts/bins.js';
import { el, icon } from '../../dom.js';
import { currentLanguage, formatKm, formatNumber, formatRate, t } from '../../i18n/index.js';
import { stationOf } from '../../stations.js';
import { wordKey } from './labels.js';
import { formatP } from '../probability.js';
import { stepLabel, stepsWord, stepWord } from '../steps.js';
import { trendSign } from './sign.js';

const CHART = { width: 296, height: 170 };

/** `feature` of `summary`'s result; `unit`: the values in words, such as `lượt người`; `onClose()`. */
export function trendStory(feature, summary, { base, unit, onClose }) {
  const p = feature.properties;
  const words = { step: stepWord(summary.step), steps: stepsWord(summary.step, p.giz.length) };
  const line = (name, value) => [el('dt', {}, name), el('dd', {}, value)];
  const share = (part) => t('trends.bins.of', { part, all: p.giz.length });
  return [
    el(
      'section',
      {},
      el('h2', {}, t('trends.cell'), el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: onClose }, icon('close', 16))),
      placeLine(p, base),
      el('p', { class: 'verdict' }, trendSign(p.label), el('b', {}, t(wordKey(p.label)))),
      el('p', { class: 'muted' }, t(`${wordKey(p.label)}.meaning`, words)),
    ),
    el(
      'section',
      {},
      el('h2', {}, t('trends.chart', words), el('small', {}, t('trends.chart.below', { unit }))),
      binBars({ scores: p.giz, values: p.values, bins: p.bins, steps: summary.steps, ...CHART, label: chartLabel(p, summary, unit, words) }),
      binLegend(p),
    ),
    el(
      'section',
      {},
      el('p', {}, trendSentence('scores', p.trend_z, p.trend_p, summary.trend_alpha)),
      el('p', {}, trendSentence('values', p.value_trend_z, p.value_trend_p, summary.trend_alpha, unit)),
      el('dl', { class: 'key-value' }, line(t('trends.slope'), slopeWords(p.value_slope, unit, words.step)), line(t('trends.bins.hot', words), share(p.hot_bins)), line(t('trends.bins.cold', words), share(p.cold_bins))),
    ),
  ];
}

function placeLine(p, base) {
  if (p.border_km === null || p.border_km === undefined) return null;
  const station = stationOf(base.stations, p.border_with, p.border_km, p.border_km + 0.1);
  return el('p', {}, el('b', { class: 'n' }, formatKm(p.border_km)), station ? ` · ${t('station')} ${station.names[currentLanguage()]}` : '');
}

/** `what`: `scores` or `values`; a trend is one when p is at most `alpha` (0.10 unless the result says otherwise). */
export function trendSentence(what, z, p, alpha = 0.1, unit = '') {
  const course = !(p <= alpha) || z === 0 ? 'level' : z > 0 ? 'rising' : 'falling';
  const test = t('trends.test', { z: formatNumber(z, 2), p: formatP(p) });
  return t(`trends.${what}.${course}`, { test, unit: course === 'level' ? unit : capital(unit) });
}

const capital = (text) => (text ? text[0].toLocaleUpperCase(currentLanguage()) + text.slice(1) : '');

/** `+0,62 lượt người mỗi tháng`. */
export function slopeWords(slope, unit, step) {
  return t('trends.slope.value', { slope: `${slope > 0 ? '+' : ''}${formatRate(slope)}`, unit, step });
}

function chartLabel(p, summary, unit, words) {
  const most = Math.max(...p.values);
  const when = stepLabel(summary.steps[p.values.indexOf(most)], summary.step);
  return t('trends.chart.label', { ...words, unit, hot: p.hot_bins, cold: p.cold_bins, all: p.giz.length, most: formatRate(most), when });
}

/** Only the kinds of bars that are in the picture. */
function binLegend({ bins }) {
  const kinds = [['hot', (bin) => bin > 0], ['cold', (bin) => bin < 0], ['neither', (bin) => bin === 0]];
  return el(
    'ul',
    { class: 'bin-legend' },
    kinds.filter(([, isOf]) => bins.some(isOf)).map(([kind]) => el('li', {}, el('i', { class: `bin-swatch ${kind}`, 'aria-hidden': 'true' }), t(`trends.chart.${kind}`))),
  );
}
