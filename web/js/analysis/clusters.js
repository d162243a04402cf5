/** Clusters: where and when more were seen than is usual there and then. The face of analysis/views.js. */

import { el } from '../dom.js';
import { formatBandwidth, t } from '../i18n/index.js';
import { slider } from '../panels/fields.js';
import { clusterClasses } from './clusters/classes.js';
import { createClusterLayer } from './clusters/layer.js';
import { clusterLegend } from './clusters/legend.js';
import { clusterList } from './clusters/list.js';
import { isNotable } from './clusters/notable.js';
import { stretchOfCluster } from './clusters/place.js';
import { clusterSentence, clusterTables, sayCluster } from './clusters/results.js';
import { clusterStory } from './clusters/story.js';
import { bearing, cellField, setSettings } from './fields.js';
import { filterOf } from './inputs.js';
import { SETTINGS } from './settings.js';
import { mostSteps, spanOf } from './span.js';
import { stepWord } from './steps.js';
import { choiceField, spanField, stepField } from './time-fields.js';

export const id = 'clusters';
export const processId = 'space-time-scan';
export const title = () => t('view.clusters');

export const legend = clusterLegend;
export const story = clusterStory;
export const say = sayCluster;
export const tables = clusterTables;
export const sentence = clusterSentence;
export const classes = clusterClasses;
export const list = clusterList;
export const createLayer = createClusterLayer;

const REPLICATES = 999;

/** Poisson needs something to measure against: effort where there is any, else all places and times alike. */
export function inputsOf(view, { period, extent, hasEffort }) {
  const { cellMetres, span, step, statistic, maxRadiusMetres, maxDuration } = view.settings;
  const time = spanOf(span, period, extent);
  return {
    filter: filterOf(view, time),
    cell: 'hexagon',
    cellMetres,
    step,
    steps: mostSteps(time, step),
    weight: view.weight,
    statistic,
    exposure: statistic === 'poisson' && hasEffort ? 'effort' : 'none',
    maxRadiusMetres,
    ...(maxDuration !== 'half' && { maxDuration }),
    replicates: REPLICATES,
  };
}

/** The span is in the period already, which the view takes from the filter. */
export const settingsOf = ({ cellMetres, step, statistic, maxRadiusMetres, maxDuration }) => ({ cellMetres, step, statistic, maxRadiusMetres, maxDuration: maxDuration ?? 'half', span: 'period' });

export const wordsOf = ({ cellMetres, step, maxRadiusMetres }) =>
  [step && t('trends.words.step', { step: stepWord(step) }), cellMetres && t('words.cell', { metres: formatBandwidth(cellMetres) }), maxRadiusMetres && t('words.radius', { metres: formatBandwidth(maxRadiusMetres) })].filter(Boolean).join(', ');

export function createControls({ state }) {
  const fields = [spanField(state), stepField(state), cellField(state), choiceField(state, 'statistic', 'statistic'), radiusField(state), choiceField(state, 'maxDuration', 'maxDuration')];
  return { element: el('div', {}, fields.map((field) => field.element)), update: (view) => fields.forEach((field) => field.update(view)) };
}

function radiusField(state) {
  const field = slider({ id: 'max-radius', label: t('setting.maxRadiusMetres'), steps: SETTINGS.maxRadiusMetres.choices, format: formatBandwidth, onChoose: (maxRadiusMetres) => setSettings(state, { maxRadiusMetres }) });
  return bearing('maxRadiusMetres', { element: field.element, update: ({ settings }) => field.update(settings.maxRadiusMetres) });
}

/** They come by rank. */
export const ranked = ({ features }) => features.filter(isNotable);

/** When and where a cluster is, for the joint picture: `{from, to, stretch}`. */
export const windowOf = (feature, { base }) => ({ from: feature.properties.from, to: feature.properties.to, stretch: stretchOfCluster(feature, base.borders) });
