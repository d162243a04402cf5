/** Trends: how each place has been hot or cold over time. The face of analysis/views.js. */

import { el } from '../dom.js';
import { formatBandwidth, t } from '../i18n/index.js';
import { createCellLayer } from './cells/layer.js';
import { bandField, cellField, correctionField, dividesByEffort, effortField } from './fields.js';
import { filterOf } from './inputs.js';
import { SETTINGS } from './settings.js';
import { mostSteps, spanOf } from './span.js';
import { stepWord } from './steps.js';
import { spanField, stepField } from './time-fields.js';
import { isHotCell, trendClasses } from './trends/classes.js';
import { kindOf, markOfKind, rankCells } from './trends/kinds.js';
import { trendLegend } from './trends/legend.js';
import { trendStory } from './trends/story.js';
import { sayTrend, trendSentenceOf, trendTables } from './trends/words.js';

export const id = 'trends';
export const processId = 'emerging-hotspots';
export const title = () => t('view.trends');

export const legend = trendLegend;
export const story = trendStory;
export const say = sayTrend;
export const tables = trendTables;
export const sentence = trendSentenceOf;
export const classes = trendClasses;
export const isHot = isHotCell;

export function inputsOf(view, { period, extent, hasEffort }) {
  const { cellMetres, bandMetres, span, step, correction } = view.settings;
  const time = spanOf(span, period, extent);
  return {
    filter: filterOf(view, time),
    cell: 'hexagon',
    cellMetres,
    bandMetres,
    weight: view.weight,
    exposure: dividesByEffort(view, hasEffort) ? 'effort' : 'none',
    step,
    steps: mostSteps(time, step),
    correction,
  };
}

/** The span is in the period already, which the view takes from the filter. */
export const settingsOf = ({ cellMetres, bandMetres, exposure, step, correction }) => ({ cellMetres, bandMetres, effort: exposure === 'effort', step, correction: correction ?? 'bh', span: 'period' });

export const wordsOf = ({ cellMetres, bandMetres, exposure, step }) =>
  [step && t('trends.words.step', { step: stepWord(step) }), cellMetres && t('words.cell', { metres: formatBandwidth(cellMetres) }), bandMetres && t('words.band', { metres: formatBandwidth(bandMetres) }), exposure === 'effort' && t('words.effort')].filter(Boolean).join(', ');

export function createControls({ state, hasEffort }) {
  const fields = [spanField(state), stepField(state), cellField(state), bandField(state), effortField(state, hasEffort), correctionField(state, SETTINGS.correction.choices)];
  return { element: el('div', {}, fields.map((field) => field.element)), update: (view) => fields.forEach((field) => field.update(view)) };
}

export function createLayer(map, { pane }) {
  const cells = createCellLayer(map, { pane });
  const show = (document) => cells.show(document?.features ?? [], ({ properties }) => markOfKind(kindOf(properties, isByEffort(document))));
  return { ...cells, show };
}

export const ranked = (document) => rankCells(document.features, isByEffort(document));

const isByEffort = ({ summary }) => summary.exposure === 'effort';
