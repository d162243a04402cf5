/**
 * Kilometres along a drawn border line. The drawn line is simplified and therefore too short, so its vertices get
 * their kilometre from the exact marks (every 20 km) between which they lie, not from their own length.
 */

import { distanceMetres } from './mercator.js';

/** `line`: `[lon, lat]` in order; `marks`: `[{km, lon, lat}]`; `lengthKm`: the whole. Answers one km per vertex. */
export function vertexKilometres(line, marks, lengthKm) {
  const along = [0];
  for (let i = 1; i < line.length; i++) along.push(along[i - 1] + distanceMetres(line[i - 1], line[i]) / 1000);
  const anchors = [{ along: 0, km: 0 }];
  for (const mark of [...marks].sort((a, b) => a.km - b.km)) {
    const vertex = nearestVertex(line, [mark.lon, mark.lat]);
    if (along[vertex] > anchors.at(-1).along) anchors.push({ along: along[vertex], km: mark.km });
  }
  if (along.at(-1) > anchors.at(-1).along) anchors.push({ along: along.at(-1), km: Math.max(lengthKm, anchors.at(-1).km) });
  let piece = 1;
  return along.map((length) => {
    while (piece < anchors.length - 1 && length > anchors[piece].along) piece++;
    const [a, b] = [anchors[piece - 1], anchors[piece]];
    return a.km + ((length - a.along) / (b.along - a.along)) * (b.km - a.km);
  });
}

/** The piece of the line between two kilometres, as `[lon, lat]`; empty when it lies outside. */
export function sliceByKm(line, kilometres, fromKm, toKm) {
  const piece = [];
  for (let i = 0; i < line.length; i++) {
    const inside = kilometres[i] >= fromKm && kilometres[i] <= toKm;
    if (i > 0) {
      for (const km of [fromKm, toKm]) {
        if (kilometres[i - 1] < km && km < kilometres[i]) piece.push(between(line[i - 1], line[i], (km - kilometres[i - 1]) / (kilometres[i] - kilometres[i - 1])));
      }
    }
    if (inside) piece.push(line[i]);
  }
  return piece;
}

function nearestVertex(line, point) {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < line.length; i++) {
    const distance = (line[i][0] - point[0]) ** 2 + (line[i][1] - point[1]) ** 2;
    if (distance < least) [least, best] = [distance, i];
  }
  return best;
}

const between = (a, b, share) => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
