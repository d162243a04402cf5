/** The panel at the right: totals in view, the same period a year earlier, the strongest stretches; or one detection. */

import { isRising, spark } from '../charts/spark.js';
import { el } from '../dom.js';
import { HARDLY_HOURS, ratePer100Hours } from '../effort.js';
import { currentLanguage, formatNumber, formatPercent, formatRate, formatStretch, t } from '../i18n/index.js';
import { emptyWords } from '../sentence.js';
import { stationOf } from '../stations.js';
import { createAnswerPanel } from './answer-panel.js';
import { periodName } from './period.js';
import { hatchSign, unseen } from './unseen.js';

const STRETCHES = 6;

/** `context`: `{state, base, extent}`. `update(answers, period)` shows the numbers; the rest as in answer-panel.js. */
export function createAnswer({ state, base, extent }) {
  const panel = createAnswerPanel({ onShut: () => state.set({ stretch: null }), keepsOpen: () => Boolean(state.get().stretch) });
  if (extent.loading) panel.showNumbers(el('section', {}, el('h2', {}, t('answer.inView')), el('p', { class: 'muted' }, t('answer.loading'))));

  function update(answers, period) {
    if (!answers.view) return;
    const view = state.get();
    panel.showNumbers(totals(answers, view, period, state, extent), stretches(answers, view, base, state), unseen(answers.effort, base.stretch));
  }
  return { ...panel, update };
}

function totals(answers, view, period, state, extent) {
  const answer = answers.view;
  return el(
    'section',
    {},
    el('h2', {}, t('answer.inView'), el('small', {}, periodName(period))),
    view.stretch && chosenStretch(view.stretch, state),
    el('div', { class: 'figures' }, figure(answer.detections, 'answer.detections'), figure(answer.persons, 'answer.persons'), figure(answer.women, 'answer.women'), figure(answer.children, 'answer.children')),
    answer.detections === 0 ? el('p', { class: 'note' }, extent.empty ? t('empty.title') : emptyWords(answers)) : comparison(answer),
  );
}

const chosenStretch = (stretch, state) =>
  el(
    'p',
    { class: 'chosen' },
    el('b', {}, formatStretch(stretch.fromKm, stretch.toKm)),
    el('button', { type: 'button', class: 'text-button', onclick: () => state.set({ stretch: null }) }, t('answer.wholeBorder')),
  );

const figure = (value, key) => (value === null || value === undefined ? null : el('div', { class: 'figure' }, el('b', {}, formatNumber(value)), el('span', {}, t(key, { count: value }))));

/** The change on the same period a year earlier, with its interval and what it means in words. */
export function comparison({ previous, ratio }) {
  if (!previous) return el('p', { class: 'change' }, t('answer.noPrevious'));
  if (!ratio || !Number.isFinite(ratio.value)) return el('p', { class: 'change' }, t('answer.previousOnly', { count: previous.detections, period: periodName(previous) }));
  const change = (value) => formatPercent(value - 1, { signed: true });
  const verdict = ratio.p >= 0.05 ? 'answer.noChange' : ratio.value > 1 ? 'answer.rise' : 'answer.fall';
  return el(
    'p',
    { class: 'change' },
    t('answer.against', { period: periodName(previous, 'inside') }),
    ' ',
    el('b', {}, change(ratio.value)),
    ' ',
    t('answer.interval', { low: change(ratio.low), high: change(ratio.high) }),
    ' ',
    t(verdict),
  );
}

function stretches(answers, view, base, state) {
  const { strongest, months, effort, found } = answers;
  const byEffort = Boolean(effort && found);
  const ranked = (strongest?.sections ?? []).filter((section) => section[view.weight] > 0).sort((a, b) => b[view.weight] - a[view.weight]).slice(0, STRETCHES);
  if (ranked.length === 0) return null;
  const years = months?.periods?.length ? [...new Set([months.periods[0], months.periods.at(-1)].map((day) => day.slice(0, 4)))].join('–') : '';
  return el(
    'section',
    {},
    el('h2', {}, t('answer.strongest'), el('small', {}, t('answer.each5km'))),
    el(
      'table',
      { class: 'rank' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('answer.stretch')), el('th', { scope: 'col', class: 'n' }, t(`weight.${view.weight}`)), byEffort && el('th', { scope: 'col', class: 'n' }, t('effort.per100')), el('th', { scope: 'col' }, t('answer.byQuarter'), el('br'), years))),
      el('tbody', {}, ranked.map((section) => stretchRow(section, view, base, answers, state))),
    ),
    byEffort && el('p', { class: 'table-note' }, t('effort.per100.note')),
  );
}

function stretchRow(section, view, base, { months, strongest, effort, found }, state) {
  const { borderWith } = strongest;
  const chosen = view.stretch && view.stretch.fromKm === section.fromKm && view.stretch.toKm === section.toKm;
  const choose = () => state.set({ stretch: chosen ? null : { with: borderWith, fromKm: section.fromKm, toKm: section.toKm } });
  const post = stationOf(base.stations, borderWith, section.fromKm, section.toKm);
  const quarters = quartersOf(months, section.fromKm, view.weight);
  return el(
    'tr',
    { class: chosen ? 'chosen' : null },
    el('td', {}, el('button', { type: 'button', class: 'row-button', 'aria-pressed': String(Boolean(chosen)), onclick: choose }, formatStretch(section.fromKm, section.toKm), el('small', {}, post ? `${t('station')} ${post.names[currentLanguage()]}` : ''))),
    el('td', { class: 'n' }, formatNumber(section[view.weight])),
    effort && found && el('td', { class: 'n' }, rate(ratePer100Hours(effort, found, section.fromKm, view.weight))),
    el('td', {}, quarters.length > 1 && spark(quarters, { width: effort && found ? 64 : 84, rising: isRising(quarters), label: t('answer.sparkLabel', { values: quarters.map((value) => formatNumber(value)).join(', ') }) })),
  );
}

const rate = (value) => (value === null ? [hatchSign(), el('span', { class: 'visually-hidden' }, t('effort.hardly.label', { hours: HARDLY_HOURS }))] : formatRate(value));

/** Sums of whole quarters for the section that begins at `fromKm`. */
function quartersOf(months, fromKm, weight) {
  const index = months?.sections.findIndex((section) => section.fromKm === fromKm) ?? -1;
  if (index < 0 || !months.matrix) return [];
  const row = months.matrix[weight][index];
  const quarters = [];
  for (let i = 0; i + 2 < row.length; i += 3) quarters.push(row[i] + row[i + 1] + row[i + 2]);
  return quarters;
}
