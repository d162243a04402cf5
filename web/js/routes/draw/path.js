/**
 * The line that is being drawn, as a value: vertices in order, each with the way that leads to it from the one before.
 * Pure; every function answers a new path.
 *
 * A vertex is `{at: [lon, lat], leg}`. `leg` is null where a part begins, else `{kind}`: `network` (along the ways, asked
 * of the server), `free` (straight), or `kept` with `line`, the stored line between the two vertices until one of them moves.
 */

import { simplified } from './simplify.js';

export const EMPTY = Object.freeze([]);

/** A vertex at the end; its leg is of `kind`. */
export const append = (path, at, kind) => Object.freeze([...path, vertex(at, path.length === 0 ? null : { kind })]);

/** A vertex in the middle of the leg that leads to vertex `index`; both halves are of `kind`. */
export function insert(path, index, at, kind) {
  const next = [...path];
  next.splice(index, 1, vertex(at, { kind }), vertex(path[index].at, { kind }));
  return Object.freeze(next);
}

/** Vertex `index` at another place; the legs on both its sides are laid anew as `kind`. */
export function move(path, index, at, kind) {
  return Object.freeze(
    path.map((each, i) => {
      if (i === index) return vertex(at, each.leg && { kind });
      return i === index + 1 && each.leg ? vertex(each.at, { kind }) : each;
    }),
  );
}

/** Without vertex `index`; its neighbours are joined by a leg of `kind`, a part that loses its first begins with the second. */
export function remove(path, index, kind) {
  const { leg } = path[index];
  const rest = path.filter((_, i) => i !== index);
  if (index < rest.length && rest[index].leg) rest[index] = vertex(rest[index].at, leg ? { kind } : null);
  return Object.freeze(rest);
}

/** The same line from its other end, so that it can go on there. */
export function reversed(path) {
  return Object.freeze(
    [...path].reverse().map((each, i) => {
      const leg = i === 0 ? null : path[path.length - i].leg;
      return vertex(each.at, leg?.line ? { ...leg, line: [...leg.line].reverse() } : leg);
    }),
  );
}

/** More handles than this for one part would lie on one another. */
const MOST_HANDLES = 12;
const FINEST_DEGREES = 0.001;

/**
 * A path for a stored LineString or MultiLineString. A line of hundreds of points gets a handle only where it bends most;
 * in between the stored points are kept.
 */
export function pathOf(geometry) {
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return Object.freeze(parts.filter((line) => line.length > 1).flatMap((line) => verticesOf(line.map(flat))));
}

function verticesOf(line) {
  let indices = null;
  for (let tolerance = FINEST_DEGREES; indices === null || indices.length > MOST_HANDLES; tolerance *= 1.5) indices = simplified(line, tolerance);
  return indices.map((index, i) => vertex(line[index], i === 0 ? null : { kind: 'kept', line: line.slice(indices[i - 1], index + 1) }));
}

/**
 * The geometry to store: a MultiLineString of the parts that have two points at least, or null. `lineTo(index)` answers the
 * points of the leg that leads to a vertex, ends included.
 */
export function geometryOf(path, lineTo) {
  const parts = [];
  path.forEach((each, i) => {
    if (!each.leg) parts.push([each.at]);
    else join(parts.at(-1), lineTo(i), parts.at(-1).length === 1);
  });
  const coordinates = parts.filter((line) => line.length > 1);
  return coordinates.length === 0 ? null : { type: 'MultiLineString', coordinates };
}

/** The end of a line on the ways lies beside the vertex that was set; the first vertex of a part gives way to it. */
function join(part, line, first) {
  if (first) part.pop();
  for (const point of line.map(flat)) if (!samePoint(part.at(-1), point)) part.push(point.map(rounded));
}

/**
 * Where each vertex stands: on the ways where a leg beside it has found them, else where it was set. `found(index)` answers
 * the line along the ways that leads to a vertex, or null.
 */
export function standing(path, found) {
  const lines = path.map(({ leg }, i) => (leg?.kind === 'network' ? found(i) : null));
  return path.map(({ at }, i) => flat(lines[i]?.at(-1) ?? lines[i + 1]?.[0] ?? at));
}

/** What stands in the way of storing it: `empty`, `short` (one vertex) or null. */
export const lack = (path) => (path.length === 0 ? 'empty' : path.length === 1 ? 'short' : null);

const vertex = (at, leg) => Object.freeze({ at, leg });
const flat = ([lon, lat]) => [lon, lat];
const samePoint = (a, b) => a !== undefined && Math.abs(a[0] - b[0]) < 1e-7 && Math.abs(a[1] - b[1]) < 1e-7;
/** Seven decimals are a centimetre. */
const rounded = (degrees) => Math.round(degrees * 1e7) / 1e7;
