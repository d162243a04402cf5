/** What the server knows of a segment beside its load: heights, routes over it, detections near it. */

import { get } from '../../api.js';
import { filterOf } from '../../analysis/inputs.js';
import { createMemory } from '../pending.js';

/** A stretch of more pieces shows the heights of none. */
export const MOST_PIECES = 40;
export const NEAR_METRES = 500;

const memory = createMemory();

/** `edge`: an id; `period` as in query.js. An entry of a memory whose value is the feature of the segment. */
export function segmentDetails(edge, view, period) {
  const query = { ...filterOf(view, period), withinMetres: NEAR_METRES };
  return memory.recall(JSON.stringify([edge, query]), () => get(`/api/network/segments/${encodeURIComponent(edge)}`, { query }));
}

/** The pieces of a stretch from one end to the other, each with its own heights. An entry of a memory. */
export function piecesOf(feature, view, period) {
  const { edges } = feature.properties;
  return memory.recall(JSON.stringify(['pieces', edges]), async () => Promise.all(edges.map(async (edge) => {
    const entry = await segmentDetails(edge, view, period).promise;
    if (entry.problem) throw entry.problem;
    return entry.value;
  })));
}

/**
 * Heights along a stretch, `[[metre, heightMetres]]`, from pieces in a row, each drawn from either end; null when one of them has none.
 * `start` is where the stretch begins, `[lon, lat]`. Pure.
 */
export function joinedProfile(pieces, start) {
  const profile = [];
  let at = start;
  let offset = 0;
  for (const { geometry, properties } of pieces) {
    const own = properties.profile;
    if (!own?.length || own.some(([, metres]) => metres === null)) return null;
    const line = geometry.coordinates;
    const isForward = near(line[0], at);
    const length = own.at(-1)[0];
    const turned = isForward ? own : [...own].reverse().map(([metre, metres]) => [length - metre, metres]);
    profile.push(...turned.slice(profile.length > 0 ? 1 : 0).map(([metre, metres]) => [offset + metre, metres]));
    offset += length;
    at = isForward ? line.at(-1) : line[0];
  }
  return profile.length > 1 ? profile : null;
}

const near = (a, b) => Math.abs(a[0] - b[0]) < 1e-6 && Math.abs(a[1] - b[1]) < 1e-6;
