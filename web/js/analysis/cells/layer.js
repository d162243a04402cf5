/** Thousands of cells on one canvas: all of a mark are one path, so that a move costs a few strokes and not thousands. */

import { palette } from '../../colours.js';
import { CanvasOverlay } from '../../map/canvas-overlay.js';
import { toUnit } from '../../map/mercator.js';
import { boundsOfCell, holds, prepareCell } from './geometry.js';
import { hatches } from './hatch.js';
import { INNER_SHARE } from './marks.js';
import { penOf, SYMBOLS } from './symbols.js';

/** Smaller cells than this show their colour alone. */
const SIGN_PIXELS = 7;
const DOT_PIXELS = 4;
const SYMBOL_PIXELS = 5.5;

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
    // Quiet ones first, so that a dark outline is whole on all its sides.
    groups = [...byMark.values()].sort((a, b) => a.mark.strong - b.mark.strong);
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

function draw(context, view, groups, selected) {
  const colour = palette();
  const hatch = hatches(context, colour, view);
  context.lineJoin = 'round';
  for (const { mark, cells } of groups) {
    const visible = cells.filter((cell) => isVisible(cell, view));
    if (visible.length > 0) drawGroup(context, view, mark, visible, colour, hatch);
  }
  if (selected) drawSelection(context, view, selected, colour);
}

function isVisible({ box }, view) {
  const [left, top] = view.projectUnit(box[0], box[1]);
  const [right, bottom] = view.projectUnit(box[2], box[3]);
  return right > 0 && bottom > 0 && left < view.width && top < view.height;
}

function drawGroup(context, view, mark, cells, colour, hatch) {
  const whole = pathOf(cells, view, 1);
  const radius = radiusOf(cells[0], view);
  if (mark.fill) {
    context.fillStyle = colour(mark.fill);
    context.fill(whole);
  }
  if (mark.hatch) {
    context.fillStyle = hatch(mark.hatch);
    context.fill(whole);
  }
  context.strokeStyle = colour(mark.strong ? 'ink' : 'cell-line');
  context.lineWidth = mark.strong ? 1.1 : 0.7;
  context.stroke(whole);
  if (mark.outline) drawEdge(context, view, cells, radius, colour(mark.outline));
  if (mark.symbol && radius >= SYMBOL_PIXELS) drawSymbols(context, view, cells, mark, radius, colour);
  if (mark.inner) {
    context.fillStyle = colour(mark.inner);
    context.fill(pathOf(cells, view, INNER_SHARE));
  }
  if (mark.dot && radius >= DOT_PIXELS) drawDots(context, view, cells, colour);
  if (mark.sign && radius >= SIGN_PIXELS) drawSigns(context, view, cells, mark, radius, colour);
}

/** Half the height of a cell, in pixels. */
function radiusOf({ box }, view) {
  return (view.projectUnit(0, box[3])[1] - view.projectUnit(0, box[1])[1]) / 2;
}

/** All cells as one path, each drawn in towards its middle by `share`. */
function pathOf(cells, view, share) {
  const path = new Path2D();
  for (const { rings, middle } of cells) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const [x, y] = view.projectUnit(middle[0] + share * (ring[i] - middle[0]), middle[1] + share * (ring[i + 1] - middle[1]));
        if (i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      path.closePath();
    }
  }
  return path;
}

/** A broad line inside the edge, so that it doesn't cover the neighbours. */
function drawEdge(context, view, cells, radius, colour) {
  const width = radius > 10 ? 2.4 : 1.7;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(pathOf(cells, view, Math.max(0.3, 1 - (width / 2 + 0.4) / radius)));
}

function drawSymbols(context, view, cells, mark, radius, colour) {
  const scale = Math.min(2.2, radius / 10);
  const shape = new Path2D(SYMBOLS[mark.symbol]);
  const path = new Path2D();
  for (const { middle } of cells) {
    const [x, y] = view.projectUnit(...middle);
    path.addPath(shape, new DOMMatrix([scale, 0, 0, scale, x, y]));
  }
  context.lineCap = 'round';
  // In a small cell the pen doesn't get as thin as the symbol gets small.
  context.lineWidth = Math.max(1.4, penOf(mark.symbol) * scale);
  context.strokeStyle = colour(mark.ink);
  context.stroke(path);
}

function drawDots(context, view, cells, colour) {
  context.fillStyle = colour('ink-3');
  context.beginPath();
  for (const { middle } of cells) {
    const [x, y] = view.projectUnit(...middle);
    context.moveTo(x + 1.3, y);
    context.arc(x, y, 1.3, 0, 2 * Math.PI);
  }
  context.fill();
}

function drawSigns(context, view, cells, mark, radius, colour) {
  context.font = `700 ${Math.min(16, Math.max(9, radius * 1.1)).toFixed(1)}px ${getComputedStyle(document.body).fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 2.5;
  context.strokeStyle = colour('surface');
  context.fillStyle = colour('ink');
  for (const { middle } of cells) {
    const [x, y] = view.projectUnit(...middle);
    context.strokeText(mark.sign, x, y);
    context.fillText(mark.sign, x, y);
  }
}

function drawSelection(context, view, cell, colour) {
  const path = pathOf([cell], view, 1);
  for (const [width, name] of [[6.5, 'surface'], [2.6, 'ink']]) {
    context.strokeStyle = colour(name);
    context.lineWidth = width;
    context.stroke(path);
  }
}
