/** Clusters on a canvas: circles of true size, with the rank, the dates and p at each. A cluster that may be chance is dashed and faint. */

import { palette } from '../../colours.js';
import { placeLabels } from '../../map/label-placement.js';
import { formatSimulatedP, isClear } from '../probability.js';
import { pixelsOf } from './place.js';
import { spanWords } from './words.js';

const FONT = '"Be Vietnam Pro", "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif';
export const BADGE_PIXELS = 10;
const LINE_HEIGHT = 15;

/** Where the badge of a circle stands: on its upper edge, or just above a circle that is too small to be seen. */
export const badgeOf = (x, y, radius) => [x, y - Math.max(radius, BADGE_PIXELS + 4)];

/** `view` as in canvas-overlay.js. The strongest are drawn last, so that they lie on top. */
export function drawCircles(context, view, features, chosen) {
  const colour = palette();
  for (const feature of [...features].reverse()) drawCircle(context, view, feature, colour, feature.id === chosen);
}

function drawCircle(context, view, { geometry, properties }, colour, isChosen) {
  const [x, y] = view.project(geometry.coordinates);
  const radius = pixelsOf(properties.radius_m, geometry.coordinates[1], view.zoom);
  const clear = isClear(properties.p);
  const ring = new Path2D();
  ring.arc(x, y, radius, 0, 2 * Math.PI);
  // What is too small for a ring, or has no radius at all, is a dot.
  if (radius < 4) ring.arc(x, y, 4, 0, 2 * Math.PI);
  context.lineWidth = isChosen ? 8 : clear ? 6 : 4;
  context.strokeStyle = colour(isChosen ? 'surface' : 'halo');
  context.stroke(ring);
  context.lineWidth = isChosen ? 3.5 : clear ? 2.6 : 1.5;
  context.strokeStyle = colour(isChosen ? 'ink' : clear ? 'hot-3' : 'hot-2');
  if (!clear) context.setLineDash([5, 4]);
  context.stroke(ring);
  context.setLineDash([]);
}

/** The badges and what stands beside them, above the names of the map. `replicates` says how fine p is. */
export function drawBadges(context, view, features, replicates, chosen) {
  const colour = palette();
  const badges = features.map((feature) => {
    const [x, y] = view.project(feature.geometry.coordinates);
    const [bx, by] = badgeOf(x, y, pixelsOf(feature.properties.radius_m, feature.geometry.coordinates[1], view.zoom));
    return { ...feature.properties, id: feature.id, x: bx, y: by, stem: y };
  });
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const label of placeLabels(badges.map((badge) => measured(context, badge, replicates)), [], view)) drawLabel(context, label, colour);
  for (const badge of [...badges].reverse()) drawBadge(context, badge, colour, badge.id === chosen);
}

function measured(context, badge, replicates) {
  const lines = [spanWords(badge.from, badge.to), formatSimulatedP(badge.p, replicates)];
  context.font = `12px ${FONT}`;
  const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 10;
  return { ...badge, lines, width, height: 2 * LINE_HEIGHT + 6, radius: BADGE_PIXELS, sides: ['right', 'left', 'above', 'below'] };
}

function drawLabel(context, { box: [left, top, right, bottom], lines, p }, colour) {
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 4);
  context.fillStyle = colour('surface');
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colour('line');
  context.stroke();
  context.textAlign = 'left';
  lines.forEach((line, i) => {
    context.font = `${i === 0 && isClear(p) ? '700 ' : ''}12px ${FONT}`;
    context.fillStyle = colour(i === 0 && isClear(p) ? 'ink' : 'ink-2');
    context.fillText(line, left + 5, top + 3 + LINE_HEIGHT * (i + 0.5));
  });
}

function drawBadge(context, { rank, p, x, y }, colour, isChosen) {
  const clear = isClear(p);
  context.beginPath();
  context.arc(x, y, BADGE_PIXELS, 0, 2 * Math.PI);
  context.fillStyle = colour(isChosen ? 'ink' : clear ? 'hot-3' : 'surface');
  context.fill();
  context.lineWidth = 1.6;
  context.strokeStyle = colour(clear || isChosen ? 'surface' : 'hot-2');
  context.stroke();
  context.font = `700 12px ${FONT}`;
  context.textAlign = 'center';
  context.fillStyle = colour(isChosen ? 'surface' : clear ? 'on-hot-3' : 'ink-2');
  context.fillText(String(rank), x, y + 0.5);
  context.textAlign = 'left';
}
