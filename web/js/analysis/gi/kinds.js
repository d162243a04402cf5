/** What a cell of a Gi* result says, under a correction. Pure. */

import { markOf, PLAIN } from '../cells/marks.js';

export const CORRECTIONS = ['bh', 'by', 'bonferroni'];

/** Classes -3..3 stand for 99, 95 and 90 % cold, nothing, and 90, 95, 99 % hot. */
export const LEVELS = { 1: 90, 2: 95, 3: 99 };

/** The correction of a view; one that isn't for Gi* counts as the usual one. */
export const correctionOf = ({ settings }) => (CORRECTIONS.includes(settings.correction) ? settings.correction : CORRECTIONS[0]);

/**
 * The kind of a cell: `not-patrolled`, `hardly`, `kept:3` (holds after correction), `raw:-2` (only before it),
 * `no-crossing` (patrolled, and nobody came), `chance`. Where nobody looked, a rate means nothing; nor does it mean anything
 * that nothing was counted there, which a count alone would call cold.
 */
export function kindOf(properties, correction, byEffort) {
  const { patrolled, detections } = properties;
  const kept = properties[`class_${correction}`] ?? 0;
  const raw = properties.class ?? 0;
  const unseen = { no: 'not-patrolled', hardly: 'hardly' }[patrolled];
  if (unseen && (byEffort || (detections === 0 && raw <= 0))) return unseen;
  if (kept !== 0) return `kept:${kept}`;
  if (raw !== 0) return `raw:${raw}`;
  return patrolled === 'yes' && detections === 0 ? 'no-crossing' : 'chance';
}

/** `kept:-2` is `['kept', -2]`; the others have level 0. */
export function partsOf(kind) {
  const [name, level] = kind.split(':');
  return [name, Number(level ?? 0)];
}

/** How many cells there are of each kind. */
export function countKinds(features, correction, byEffort) {
  const counts = new Map();
  for (const { properties } of features) {
    const kind = kindOf(properties, correction, byEffort);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** How a kind is drawn. Cold bears a minus, so that it stays cold in grey and for every eye. */
export function markOfKind(kind) {
  const [name, level] = partsOf(kind);
  const colour = level === 0 ? null : `${level > 0 ? 'hot' : 'cold'}-${Math.abs(level)}`;
  const sign = level < 0 ? '−' : null;
  if (name === 'kept') return markOf({ fill: colour, strong: true, sign });
  if (name === 'raw') return markOf({ inner: colour, sign });
  if (name === 'no-crossing') return markOf({ dot: true });
  if (name === 'hardly') return markOf({ hatch: 'single' });
  if (name === 'not-patrolled') return markOf({ hatch: 'crossed' });
  return PLAIN;
}

/** The order of n and p: what holds first, then by the strength of the score, hot before cold; unknown places not at all. */
export function rankCells(features, correction, byEffort) {
  const order = { kept: 0, raw: 1, chance: 2, 'no-crossing': 2 };
  return features
    .map((feature) => ({ feature, place: order[partsOf(kindOf(feature.properties, correction, byEffort))[0]] }))
    .filter(({ place }) => place !== undefined)
    .sort((a, b) => a.place - b.place || b.feature.properties.giz - a.feature.properties.giz)
    .map(({ feature }) => feature);
}
