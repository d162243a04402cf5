/** Key segments: which roads and trails carry those who go from the origins to the destinations. The face of analysis/views.js. */

import { el } from '../dom.js';
import { t } from '../i18n/index.js';
import { listField, rowField } from './fields.js';
import { createLineLayer } from './line-layer.js';
import { countsWhatWasSeen, demandOf } from './segments/inputs.js';
import { classOf, ladderFor, widthOf } from './segments/ladder.js';
import { segmentLegend } from './segments/legend.js';
import { segmentStory } from './segments/story.js';
import { stretchesOf } from './segments/stretches.js';
import { segmentDock, segmentTables } from './segments/tables.js';
import { saySegment, segmentSentence } from './segments/words.js';

export const id = 'segments';
export const processId = 'key-segments';
export const usesDetections = false;
export const title = () => t('routes.segments');

export { inputsOf, settingsOf } from './segments/inputs.js';
export const legend = segmentLegend;
export const story = segmentStory;
export const say = saySegment;
export const tables = segmentTables;
export const sentence = segmentSentence;
export const dock = segmentDock;

/** The strongest have their rank on the map. */
const RANKS = 12;

export function wordsOf({ origins, destinations, weight, demand }) {
  const place = (value) => (typeof value === 'string' ? t(`origins.${value}`) : t('origins.own'));
  return [origins && destinations && t('segments.words', { from: place(origins), to: place(destinations) }), weight && t(`travel.${weight}.inside`), typeof demand === 'string' && demand !== 'none' && t(`demand.${demand}`)].filter(Boolean).join(', ');
}

export function createControls({ state }) {
  const places = (value) => t(`origins.${value}`);
  const fields = [listField(state, 'origins', 'origins', { words: places }), listField(state, 'destinations', 'destinations', { words: places }), rowField(state, 'travel', 'weight'), demandField(state)];
  return { element: el('div', {}, fields.map((field) => field.element)), update: (view) => fields.forEach((field) => field.update(view)) };
}

function demandField(state) {
  const field = listField(state, 'demand', 'demand');
  const reason = el('p', { class: 'note', id: 'demand-reason' }, t('demand.alike'));
  const select = field.element.querySelector('select');
  select.setAttribute('aria-describedby', reason.id);
  field.element.append(reason);

  function update(view) {
    const isFree = countsWhatWasSeen(view.settings);
    field.update({ ...view, settings: { ...view.settings, demand: demandOf(view.settings) } });
    select.disabled = !isFree;
    reason.hidden = isFree;
  }
  return { element: field.element, update };
}

/** The page speaks of stretches; what the server sent stays in the files that are taken away. */
export function read(document) {
  const carrying = document.features.filter(({ geometry, properties }) => geometry?.type === 'LineString' && properties.load > 0);
  const features = stretchesOf(carrying);
  return { ...document, features, ladder: ladderFor(features[0]?.properties.share ?? 0) };
}

export function createLayer(map, { pane }) {
  const layer = createLineLayer(map, { pane });
  const show = (document) => layer.show(document ? [...document.features].reverse().map((feature) => lineOf(feature, document.ladder)) : []);
  return { ...layer, show };
}

function lineOf(feature, ladder) {
  const { share, rank } = feature.properties;
  return { feature, width: widthOf(share, ladder), colour: `load-${classOf(share, ladder)}`, rank: rank <= RANKS ? rank : null };
}

export const ranked = (document) => document.features;
