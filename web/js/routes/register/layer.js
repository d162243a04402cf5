/** The registered routes on the map: one colour for all, dashed by status, the chosen one with an ink outline on a white casing. */

import { palette } from '../../colours.js';
import { CanvasOverlay } from '../../map/canvas-overlay.js';
import { linesOf, nearestItem } from '../draw/line.js';
import { DASHES } from './statuses.js';

const WIDTH = 2.6;
/** A finger needs more room than a mouse; 14 px to each side serve both. */
const REACH_PIXELS = 14;

/**
 * Draws in the pane `pane`. `show(features)`, `select(id)`, `hide(id)` (that one is being edited and is drawn by somebody else),
 * `at(containerPoint)`: the route under a point, or null; `redraw()`, `remove()`.
 */
export function createRoutesLayer(map, { pane }) {
  let features = [];
  let selected = null;
  let hidden = null;
  const overlay = new CanvasOverlay(pane, (context, view) => draw(context, view, features.filter(({ id }) => id !== hidden), selected));
  overlay.addTo(map);

  function show(next) {
    features = next;
    overlay.redraw();
  }

  function select(id) {
    selected = id;
    overlay.redraw();
  }

  function hide(id) {
    hidden = id;
    overlay.redraw();
  }

  function at({ x, y }) {
    const project = ([lon, lat]) => {
      const point = map.latLngToContainerPoint([lat, lon]);
      return [point.x, point.y];
    };
    const shown = features.filter(({ id }) => id !== hidden);
    return nearestItem(shown, [x, y], REACH_PIXELS, ({ geometry }) => linesOf(geometry).map((line) => line.map(project)));
  }

  return { show, select, hide, at, redraw: () => overlay.redraw(), remove: () => overlay.remove() };
}

function draw(context, view, features, selected) {
  const colour = palette();
  context.lineJoin = 'round';
  // What is sure lies above what is not; the chosen one above all.
  const order = [...features].sort((a, b) => rank(a, selected) - rank(b, selected));
  for (const { id, geometry, properties } of order) {
    const path = pathOf(linesOf(geometry), view);
    if (id === selected) stroke(context, path, colour('surface'), WIDTH + 9);
    stroke(context, path, id === selected ? colour('ink') : colour('halo'), WIDTH + (id === selected ? 5 : 3.4));
    if (id === selected) stroke(context, path, colour('surface'), WIDTH + 2);
    stroke(context, path, colour('route'), WIDTH, DASHES[properties.status], properties.status === 'dormant' ? 'round' : 'butt');
  }
}

const rank = ({ id, properties }, selected) => (id === selected ? 3 : { dormant: 0, suspected: 1, confirmed: 2 }[properties.status]);

function pathOf(lines, view) {
  const path = new Path2D();
  for (const line of lines) line.forEach((point, i) => path[i === 0 ? 'moveTo' : 'lineTo'](...view.project(point)));
  return path;
}

function stroke(context, path, style, width, dash = [], cap = 'round') {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.lineCap = cap;
  context.setLineDash(dash);
  context.stroke(path);
  context.setLineDash([]);
}
