/** Gi*: where more, or fewer, cross than chance would have it. The face of analysis/views.js. */

import { el } from '../dom.js';
import { formatBandwidth, t } from '../i18n/index.js';
import { createCellLayer } from './cells/layer.js';
import { bandField, cellField, correctionField, dividesByEffort, effortField } from './fields.js';
import { giClasses, isHotCell } from './gi/classes.js';
import { correctionOf, CORRECTIONS, kindOf, markOfKind, rankCells } from './gi/kinds.js';
import { giLegend } from './gi/legend.js';
import { cellSentence, giSentence } from './gi/sentence.js';
import { giStory } from './gi/story.js';
import { giTables } from './gi/tables.js';
import { filterOf } from './inputs.js';

export const id = 'gi';
export const processId = 'hotspots';
export const title = () => t('view.gi');

export const legend = giLegend;
export const story = giStory;
export const tables = giTables;
export const sentence = giSentence;
export const classes = giClasses;
export const isHot = isHotCell;
export const say = cellSentence;

/** The correction is a matter of the picture alone: the result has all of them. */
export function inputsOf(view, { period, hasEffort }) {
  const { cellMetres, bandMetres } = view.settings;
  return {
    filter: filterOf(view, period),
    cell: 'hexagon',
    cellMetres,
    bandMetres,
    weight: view.weight,
    exposure: dividesByEffort(view, hasEffort) ? 'effort' : 'none',
    series: 'P1M',
  };
}

export const settingsOf = ({ cellMetres, bandMetres, exposure }) => ({ cellMetres, bandMetres, effort: exposure === 'effort' });

export const wordsOf = ({ cellMetres, bandMetres, exposure }) =>
  [cellMetres && t('words.cell', { metres: formatBandwidth(cellMetres) }), bandMetres && t('words.band', { metres: formatBandwidth(bandMetres) }), exposure === 'effort' && t('words.effort')].filter(Boolean).join(', ');

export function createControls({ state, hasEffort }) {
  const fields = [cellField(state), bandField(state), effortField(state, hasEffort), correctionField(state, CORRECTIONS)];
  return { element: el('div', {}, fields.map((field) => field.element)), update: (view) => fields.forEach((field) => field.update(view)) };
}

export function createLayer(map, { pane }) {
  const cells = createCellLayer(map, { pane });
  function show(document, view) {
    if (!document) return cells.show([], null);
    const correction = correctionOf(view);
    const byEffort = isByEffort(document);
    cells.show(document.features, ({ properties }) => markOfKind(kindOf(properties, correction, byEffort)));
  }
  return { ...cells, show };
}

export const ranked = (document, view) => rankCells(document.features, correctionOf(view), isByEffort(document));

const isByEffort = ({ summary }) => summary.exposure === 'effort';
