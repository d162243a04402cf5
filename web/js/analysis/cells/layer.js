/** Thousands of cells on one canvas: those of a mark are drawn together, so that a move costs some strokes and not thousands. */

import { palette } from '../../colours.js';
import { CanvasOverlay } from '../../map/canvas-overlay.js';
import { toUnit } from '../../map/mercator.js';
import { drawSymbols } from './draw-symbols.js';
import { boundsOfCell, holds, prepareCell } from './geometry.js';
import { hatches } from './hatch.js';
import { INNER_SHARE } from './marks.js';

/** Smaller cells than this show their colour alone. */
const SIGN_PIXELS = 7;
const DOT_PIXELS = 4;
const SYMBOL_PIXELS = 5.5;
/** Below this the lines of all cells together would be darker than what they hold: quiet ones become faint, or have none. */
const SMALL_PIXELS = 5;
const SMALL_INNER_SHARE = 0.8;

/** Cells in one path. Building a path costs browsers the square of its length: ten thousand cells in one took 0.8 s, in these 6 ms. */
const PORTION = 50;

/**
 * `show(features, markOf)` draws them, `markOf(feature)` as marks.js says; `select(id)` outlines one; `at(containerPoint)` is
 * the feature under a point, or null; `boundsOf(id)` its box in degrees, or null.
 */
export function createCellLayer(map, { pane }) {
  const kept = new WeakMap();
  let groups = [];
  let cells = [];
  let selected = null;
  const overlay = new CanvasOverlay(pane, (context, view) => draw(context, view, groups, cells.find(({ feature }) => feature.id === selected)));
  overlay.addTo(map);

  function show(features, markOf) {
    const byMark = new Map();
    cells = features.map((feature) => {
      if (!kept.has(feature)) kept.set(feature, prepareCell(feature));
      const cell = kept.get(feature);
      const mark = markOf(feature);
      const key = JSON.stringify(mark);
      if (!byMark.has(key)) byMark.set(key, { mark, cells: [] });
      byMark.get(key).cells.push(cell);
      return cell;
    });
    groups = [...byMark.values()];
    overlay.redraw();
  }

  function select(id) {
    if (selected === id) return;
    selected = id;
    overlay.redraw();
  }

  function at(point) {
    const { lat, lng } = map.containerPointToLatLng(point);
    const [x, y] = toUnit([lng, lat]);
    return cells.find((cell) => holds(cell, x, y))?.feature ?? null;
  }

  function boundsOf(id) {
    const cell = cells.find(({ feature }) => feature.id === id);
    return cell ? boundsOfCell(cell.feature) : null;
  }

  return { show, select, at, boundsOf, redraw: () => overlay.redraw(), remove: () => overlay.remove() };
}

/** Quiet ones first, so that a dark outline is whole on all its sides. */
function draw(context, view, groups, selected) {
  const colour = palette();
  const hatch = hatches(context, colour, view);
  const place = placeOf(view);
  context.lineJoin = 'round';
  const isVisible = ({ box }) => box[2] > place.left && box[0] < place.right && box[3] > place.top && box[1] < place.bottom;
  const visible = groups.map(({ mark, cells }) => ({ mark, cells: cells.filter(isVisible) })).filter(({ cells }) => cells.length > 0);
  for (const { mark, cells } of visible.filter(({ mark }) => !mark.strong)) drawGroup(context, place, mark, cells, colour, hatch);
  const strong = visible.filter(({ mark }) => mark.strong);
  for (const { cells } of strong) drawCasing(context, place, cells, colour);
  for (const { mark, cells } of strong) drawGroup(context, place, mark, cells, colour, hatch);
  if (selected) drawSelection(context, place, selected, colour);
}

/** The unit square on the canvas: pixels are `scale` times a unit less an origin. Also what of it can be seen. */
function placeOf(view) {
  const [x, y] = view.projectUnit(0, 0);
  const scale = view.projectUnit(1, 0)[0] - x;
  return { scale, x, y, left: -x / scale, top: -y / scale, right: (view.width - x) / scale, bottom: (view.height - y) / scale };
}

function drawGroup(context, place, mark, cells, colour, hatch) {
  const whole = pathsOf(cells, place, 1);
  const radius = radiusOf(cells, place);
  const small = radius < SMALL_PIXELS;
  if (mark.fill) {
    context.fillStyle = colour(mark.fill);
    whole.forEach((path) => context.fill(path));
  }
  if (mark.hatch) {
    context.fillStyle = hatch(mark.hatch);
    whole.forEach((path) => context.fill(path));
  }
  if (!(small && mark.hatch)) {
    context.strokeStyle = colour(mark.strong ? 'ink' : 'cell-line');
    context.lineWidth = (mark.strong ? 1.1 : 0.7) * (small ? 0.5 : 1);
    whole.forEach((path) => context.stroke(path));
  }
  if (mark.outline) drawEdge(context, place, cells, radius, colour(mark.outline));
  if (mark.symbol && radius >= SYMBOL_PIXELS) drawSymbols(context, place, cells, mark, radius, colour);
  if (mark.inner) {
    context.fillStyle = colour(mark.inner);
    pathsOf(cells, place, small ? SMALL_INNER_SHARE : INNER_SHARE).forEach((path) => context.fill(path));
  }
  if (mark.dot && radius >= DOT_PIXELS) drawDots(context, place, cells, colour);
  if (mark.sign && radius >= SIGN_PIXELS) drawSigns(context, place, cells, mark, radius, colour);
}

const radiusOf = (cells, place) => ((cells[0].box[3] - cells[0].box[1]) * place.scale) / 2;

/** Small cells that matter stand off from the lines around them. */
function drawCasing(context, place, cells, colour) {
  if (radiusOf(cells, place) >= SMALL_PIXELS) return;
  context.strokeStyle = colour('surface');
  context.lineWidth = 3;
  pathsOf(cells, place, 1).forEach((path) => context.stroke(path));
}

function pathsOf(cells, place, share) {
  const paths = [];
  for (let i = 0; i < cells.length; i += PORTION) paths.push(pathOf(cells.slice(i, i + PORTION), place, share));
  return paths;
}

/** Cells as one path, each drawn in towards its middle by `share`. */
function pathOf(cells, place, share) {
  const path = new Path2D();
  const scale = share * place.scale;
  for (const { rings, middle } of cells) {
    const x = place.x + (1 - share) * place.scale * middle[0];
    const y = place.y + (1 - share) * place.scale * middle[1];
    for (const ring of rings) {
      path.moveTo(x + scale * ring[0], y + scale * ring[1]);
      for (let i = 2; i < ring.length; i += 2) path.lineTo(x + scale * ring[i], y + scale * ring[i + 1]);
      path.closePath();
    }
  }
  return path;
}

/** A broad line inside the edge, so that it doesn't cover the neighbours. */
function drawEdge(context, place, cells, radius, colour) {
  const width = radius > 10 ? 2.4 : 1.7;
  const share = Math.max(0.3, 1 - (width / 2 + 0.4) / radius);
  context.strokeStyle = colour;
  context.lineWidth = width;
  pathsOf(cells, place, share).forEach((path) => context.stroke(path));
}

function drawDots(context, place, cells, colour) {
  context.fillStyle = colour('ink-3');
  for (const { middle } of cells) {
    context.beginPath();
    context.arc(place.x + place.scale * middle[0], place.y + place.scale * middle[1], 1.3, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawSigns(context, place, cells, mark, radius, colour) {
  context.font = `700 ${Math.min(16, Math.max(9, radius * 1.1)).toFixed(1)}px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 2.5;
  context.strokeStyle = colour('surface');
  context.fillStyle = colour('ink');
  for (const { middle } of cells) {
    const x = place.x + place.scale * middle[0];
    const y = place.y + place.scale * middle[1];
    context.strokeText(mark.sign, x, y);
    context.fillText(mark.sign, x, y);
  }
}

function drawSelection(context, place, cell, colour) {
  const path = pathOf([cell], place, 1);
  for (const [width, name] of [[6.5, 'surface'], [2.6, 'ink']]) {
    context.strokeStyle = colour(name);
    context.lineWidth = width;
    context.stroke(path);
  }
}
