/** Lines of a result on two canvases: the lines themselves, and above the names of places the ranks that tie them to the table. */

import { palette } from '../colours.js';
import { CanvasOverlay } from '../map/canvas-overlay.js';
import { boundsOfLine, nearestLine, placeAlong, prepareLine } from '../map/lines.js';
import { toUnit } from '../map/mercator.js';

const REACH_PIXELS = 10;
const RANK_PIXELS = 20;
/** Where along what is in view a rank may stand, the best place first. */
const RANK_PLACES = [0.5, 0.38, 0.62, 0.26, 0.74];

/** From afar lines would hide each other, and the border. */
const scaleAt = (zoom) => Math.min(1, Math.max(0.6, 0.6 + 0.2 * (zoom - 8)));

/**
 * `show(lines)` draws `[{feature, width, colour, dash, rank}]`, the first at the bottom: CSS pixels, a colour of tokens.css, a dash in widths
 * or none, a number or null; also `badge`, what stands there in place of the number, and `tone`, its colour. `select(id)` outlines one; `at(containerPoint)` is the feature under a point, or null; `boundsOf(id)` its box in degrees, or null;
 * `taken()` are the boxes of ranks on the map.
 */
export function createLineLayer(map, { pane }) {
  let lines = [];
  let selected = null;
  let boxes = [];
  const chosen = () => lines.find(({ feature }) => feature.id === selected);
  const overlay = new CanvasOverlay(pane, (context, view) => drawLines(context, view, lines, chosen()));
  const ranks = new CanvasOverlay('ranks', (context, view) => (boxes = drawRanks(context, view, lines, selected)));
  overlay.addTo(map);
  ranks.addTo(map);

  function show(next) {
    lines = next.map((line) => ({ ...line, ...prepareLine(line.feature) }));
    redraw();
  }

  function select(id) {
    if (selected === id) return;
    selected = id;
    redraw();
  }

  function redraw() {
    overlay.redraw();
    ranks.redraw();
  }

  function at(point) {
    const { lat, lng } = map.containerPointToLatLng(point);
    const [x, y] = toUnit([lng, lat]);
    const pixel = 1 / (256 * 2 ** map.getZoom());
    // The topmost is what somebody sees there.
    return nearestLine([...lines].reverse(), x, y, REACH_PIXELS * pixel)?.feature ?? null;
  }

  function boundsOf(id) {
    const line = lines.find(({ feature }) => feature.id === id);
    return line ? boundsOfLine(line.feature) : null;
  }

  function remove() {
    overlay.remove();
    ranks.remove();
  }
  return { show, select, at, boundsOf, taken: () => boxes, redraw, remove };
}

function drawLines(context, view, lines, selected) {
  const colour = palette();
  const place = placeOf(view);
  context.lineJoin = 'round';
  const visible = lines.filter(({ box }) => box[2] > place.left && box[0] < place.right && box[3] > place.top && box[1] < place.bottom);
  for (const line of visible) drawLine(context, line, place, view.zoom, colour);
  if (!selected) return;
  const width = selected.width * scaleAt(view.zoom);
  for (const [more, name] of [[9, 'surface'], [5, 'ink']]) stroke(context, pathOf(selected.points, place), width + more, colour(name));
  drawLine(context, selected, place, view.zoom, colour);
}

function drawLine(context, { points, width, colour: name, dash }, place, zoom, colour) {
  const drawn = width * scaleAt(zoom);
  const path = pathOf(points, place);
  stroke(context, path, drawn + 1.8, colour('halo'));
  stroke(context, path, drawn, colour(name), dash);
}

function stroke(context, path, width, style, dash = null) {
  context.lineCap = dash ? 'butt' : 'round';
  context.setLineDash(dash ? dash.map((part) => part * width) : []);
  context.lineWidth = width;
  context.strokeStyle = style;
  context.stroke(path);
  context.setLineDash([]);
}

/** The unit square on the canvas, and what of it can be drawn. */
function placeOf(view) {
  const [x, y] = view.projectUnit(0, 0);
  const scale = view.projectUnit(1, 0)[0] - x;
  return { scale, x, y, left: -x / scale, top: -y / scale, right: (view.width - x) / scale, bottom: (view.height - y) / scale };
}

/** Vertices within half a pixel of the one before are left out. */
function pathOf(points, { scale, x, y }) {
  const path = new Path2D();
  let lastX = x + scale * points[0];
  let lastY = y + scale * points[1];
  path.moveTo(lastX, lastY);
  for (let i = 2; i < points.length; i += 2) {
    const nextX = x + scale * points[i];
    const nextY = y + scale * points[i + 1];
    if (i + 2 < points.length && Math.abs(nextX - lastX) < 0.5 && Math.abs(nextY - lastY) < 0.5) continue;
    path.lineTo(nextX, nextY);
    [lastX, lastY] = [nextX, nextY];
  }
  return path;
}

/** Answers the boxes of the ranks that found a place, in CSS pixels of the map. The chosen one and the first come first. */
function drawRanks(context, view, lines, selected) {
  const colour = palette();
  const place = placeOf(view);
  const [left, top, right, bottom] = view.visible;
  const seen = [(left - place.x) / place.scale, (top - place.y) / place.scale, (right - place.x) / place.scale, (bottom - place.y) / place.scale];
  const boxes = [];
  const isFree = (box) => boxes.every((other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1]);
  const order = (line) => (line.feature.id === selected ? 0 : line.rank);
  for (const line of lines.filter(({ rank }) => rank !== null && rank !== undefined).sort((a, b) => order(a) - order(b))) {
    const wide = widthOf(context, line);
    const spot = RANK_PLACES.map((share) => placeAlong(line.points, share, seen)).find((at) => at && isFree(boxAround(at, place, wide)));
    if (!spot) continue;
    const box = boxAround(spot, place, wide);
    boxes.push(box);
    drawRank(context, box, line, line.feature.id === selected, colour);
  }
  return boxes.map((box) => box.map((edge, i) => edge - (i % 2 === 0 ? view.inset.x : view.inset.y)));
}

/** A number fills a square; words have the width that they need. */
function widthOf(context, { rank, badge = String(rank) }) {
  context.font = rankFont();
  return Math.max(RANK_PIXELS, context.measureText(badge).width + 8);
}

const rankFont = () => `700 12px ${getComputedStyle(document.body).fontFamily}`;

function boxAround([unitX, unitY], { scale, x, y }, wide) {
  const [halfWide, half] = [wide / 2 + 1, RANK_PIXELS / 2 + 1];
  const [middleX, middleY] = [x + scale * unitX, y + scale * unitY];
  return [middleX - halfWide, middleY - half, middleX + halfWide, middleY + half];
}

function drawRank(context, [left, top, right, bottom], { rank, badge = String(rank), tone = 'route' }, isSelected, colour) {
  context.beginPath();
  context.roundRect(left + 1, top + 1, right - left - 2, bottom - top - 2, 4);
  context.lineWidth = 4.5;
  context.strokeStyle = colour('surface');
  context.stroke();
  context.fillStyle = isSelected ? colour(tone) : colour('surface');
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = colour(tone);
  context.stroke();
  context.font = rankFont();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = isSelected ? colour(`on-${tone}`) : colour('ink');
  context.fillText(badge, (left + right) / 2, (top + bottom) / 2 + 0.5);
}
