/** What a cell of an emerging-hotspot result says: its label, or that nothing can be said of it. Pure. */

import { markOf, PLAIN } from '../cells/marks.js';
import { LABELS, NO_PATTERN, readLabel } from './labels.js';

export const UNKNOWN = ['hardly', 'not-patrolled'];

/** A label; where patrols were the measure, `hardly` or `not-patrolled` for a place without. */
export function kindOf({ patrolled, label }, byEffort) {
  if (byEffort && patrolled === 'no') return 'not-patrolled';
  if (byEffort && patrolled === 'hardly') return 'hardly';
  return readLabel(label).family ? label : NO_PATTERN;
}

/** How many cells there are of each kind, as a record. */
export function countKinds(features, byEffort) {
  const counts = {};
  for (const { properties } of features) {
    const kind = kindOf(properties, byEffort);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/**
 * Hot cells are filled, cold ones hollow, both with the symbol of their pattern: so they can be told apart in grey and by
 * every eye. What comes up is darker than what stays or goes.
 */
export function markOfKind(kind) {
  if (kind === 'hardly') return markOf({ hatch: 'single' });
  if (kind === 'not-patrolled') return markOf({ hatch: 'crossed' });
  const { family, pattern, tone } = readLabel(kind);
  if (family === 'hot') return markOf({ fill: `hot-${tone}`, strong: true, symbol: pattern, ink: `on-hot-${tone}` });
  if (family === 'cold') return markOf({ fill: 'surface', outline: 'cold-3', symbol: pattern, ink: 'cold-3' });
  return PLAIN;
}

/** Hot in the last step: what a person would call hot today. */
export const isHotNow = ({ bins }) => bins?.at(-1) > 0;

/** The order of n and p: hot before cold, what comes up first; of one label, the most often hot or cold. Places without pattern not at all. */
export function rankCells(features, byEffort) {
  const often = ({ properties: { hot_bins: hot, cold_bins: cold } }) => Math.max(hot, cold);
  return features
    .map((feature) => ({ feature, place: LABELS.indexOf(kindOf(feature.properties, byEffort)) }))
    .filter(({ place }) => place >= 0 && LABELS[place] !== NO_PATTERN)
    .sort((a, b) => a.place - b.place || often(b.feature) - often(a.feature))
    .map(({ feature }) => feature);
}
