/** Alternative routes: the ways between two places, the best first. The face of analysis/views.js. */

import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { endFields } from './alternatives/end-fields.js';
import { wayLegend } from './alternatives/legend.js';
import { styleOf } from './alternatives/styles.js';
import { wayStory } from './alternatives/story.js';
import { wayDock, wayTables } from './alternatives/tables.js';
import { sayWay, waySentence } from './alternatives/words.js';
import { listField, rowField } from './fields.js';
import { createLineLayer } from './line-layer.js';
import { formatPlace } from './places.js';

export const id = 'alternatives';
export const processId = 'alternative-routes';
export const usesDetections = false;
export const title = () => t('routes.alternatives');

export { inputsOf, settingsOf, viewOf } from './alternatives/inputs.js';
export const legend = wayLegend;
export const story = wayStory;
export const say = sayWay;
export const tables = wayTables;
export const sentence = waySentence;
export const dock = wayDock;

export const openQuestion = ({ start, end }) => t(!start && !end ? 'ends.both' : !start ? 'ends.start' : end ? 'run.none' : 'ends.end');

export const wordsOf = ({ from, to, k, method, weight }) =>
  [Array.isArray(from) && Array.isArray(to) && `${formatPlace(from, 3)} → ${formatPlace(to, 3)}`, k && t('ways.words', { count: k }), method && t(`method.${method}`), weight && t(`travel.${weight}.inside`)].filter(Boolean).join(', ');

export function createControls({ state }) {
  const fields = [endFields(state), rowField(state, 'travel', 'weight'), rowField(state, 'method', 'method'), listField(state, 'ways', 'k', { words: String })];
  return { element: el('div', {}, fields.map((field) => field.element)), update: (view) => fields.forEach((field) => field.update(view)) };
}

export function createLayer(map, { pane }) {
  const layer = createLineLayer(map, { pane });
  const show = (document) => layer.show(document ? [...document.features].reverse().map((feature) => ({ feature, colour: 'route', rank: feature.properties.rank, ...styleOf(feature.properties.rank) })) : []);
  return { ...layer, show };
}

export const ranked = (document) => document.features;
