/**
 * Cells of an emerging-hotspot result. Hot ones are filled, cold ones hollow, both with the symbol of their pattern, so that
 * they can be told apart in grey; a cell without pattern is a thin outline.
 */

import { palette } from '../../colours.js';
import { readLabel } from './labels.js';
import { penOf, SYMBOLS, trendColours } from './symbols.js';

/** Below this many pixels from the middle to the edge a symbol would only be a blot. */
const SMALLEST_RADIUS = 4.6;

/** `features` are polygons with `label`. Cells with a pattern lie above the others. */
export function drawTrendCells(context, view, features) {
  const colour = palette();
  const drawn = features.map((feature) => shapeOf(feature, view)).filter(Boolean);
  const bare = drawn.filter(({ label }) => !readLabel(label).family);
  for (const each of bare) drawOutline(context, each, colour);
  for (const each of drawn) if (!bare.includes(each)) drawPattern(context, each, colour);
}

/** The cell on the canvas: `{label, path, x, y, radius}`; null when it can't be seen. */
function shapeOf({ geometry, properties }, view) {
  const ring = geometry.coordinates[0].slice(0, -1).map(view.project);
  const x = ring.reduce((sum, point) => sum + point[0], 0) / ring.length;
  const y = ring.reduce((sum, point) => sum + point[1], 0) / ring.length;
  const [dx, dy] = [(ring[0][0] + ring[1][0]) / 2 - x, (ring[0][1] + ring[1][1]) / 2 - y];
  const radius = Math.hypot(dx, dy);
  if (x < -2 * radius || y < -2 * radius || x > view.width + 2 * radius || y > view.height + 2 * radius) return null;
  return { label: properties.label, ring, x, y, radius };
}

/** The ring, drawn in towards its middle by some pixels, so that neighbours don't cover each other's edges. */
function trace({ ring, x, y, radius }, inset) {
  const share = Math.max(0.2, 1 - inset / radius);
  const path = new Path2D();
  ring.forEach(([px, py], i) => path[i === 0 ? 'moveTo' : 'lineTo'](x + (px - x) * share, y + (py - y) * share));
  path.closePath();
  return path;
}

function drawOutline(context, shape, colour) {
  context.globalAlpha = 0.45;
  context.lineWidth = 0.9;
  context.strokeStyle = colour('line-2');
  context.stroke(trace(shape, 0.4));
  context.globalAlpha = 1;
}

function drawPattern(context, shape, colour) {
  const { fill, line, symbol } = trendColours(shape.label);
  const hollow = fill === 'surface';
  context.fillStyle = colour('halo');
  context.fill(trace(shape, -0.2));
  context.fillStyle = colour(fill);
  const path = trace(shape, hollow ? 1.4 : 0.6);
  context.fill(path);
  if (hollow) {
    context.lineWidth = shape.radius > 9 ? 2.4 : 1.8;
    context.lineJoin = 'round';
    context.strokeStyle = colour(line);
    context.stroke(path);
  }
  if (shape.radius >= SMALLEST_RADIUS) drawSymbol(context, shape, colour(symbol));
}

function drawSymbol(context, { label, x, y, radius }, colour) {
  const { pattern } = readLabel(label);
  const scale = Math.min(2.2, radius / 9);
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineCap = context.lineJoin = 'round';
  // A pen of at least 1.5 pixels whatever the scale.
  context.lineWidth = Math.max(penOf(pattern), (penOf(pattern) - 0.3) / scale);
  context.strokeStyle = colour;
  context.stroke(new Path2D(SYMBOLS[pattern]));
  context.restore();
}
