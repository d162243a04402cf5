/** Single detections from zoom 13: circles by persons, outline by outcome, accuracy as a thin ring. */

import { palette } from '../colours.js';
import { get, urlOf } from '../api.js';
import { latest } from '../latest.js';
import { bboxText } from '../query.js';
import { CanvasOverlay } from './canvas-overlay.js';
import { metresPerPixel } from './mercator.js';

export const DETECTION_ZOOM = 13;
const LIMIT = 3000;
const REACH_PIXELS = 14;

/** Area by persons: 1 person 4 px, 16 persons 16 px, never more than 22 px. */
export const radiusOf = (persons) => Math.min(22, Math.max(4, 4 * Math.sqrt(persons)));

/**
 * `load(query)` fetches what is in view; when that fails, the old ones stay unless they are of another filter. `clear()` shows nothing; `at(containerPoint)` is the detection under a point;
 * `neighbour(id, step)` the next or previous by persons; `select(id)` outlines one.
 */
export function createDetections(map, { pane }) {
  let features = [];
  let selected = null;
  const overlay = new CanvasOverlay(pane, (context, view) => draw(context, view, features, selected));
  overlay.addTo(map);

  const request = latest((signal, query) => get('/api/collections/detections/items', { query, signal }));
  let loadedKey = null;
  let shownFilter = null;

  async function load(query) {
    const area = map.getBounds().pad(0.15);
    const full = { ...query, bbox: bboxText({ west: area.getWest(), south: area.getSouth(), east: area.getEast(), north: area.getNorth() }), limit: LIMIT };
    const key = urlOf('', full);
    if (key === loadedKey) return;
    loadedKey = key;
    const filter = urlOf('', query);
    const answer = await request(full).catch((error) => {
      loadedKey = null;
      if (filter !== shownFilter) clear();
      throw error;
    });
    if (!answer) return;
    shownFilter = filter;
    features = answer.features.sort((a, b) => b.properties.persons - a.properties.persons);
    overlay.redraw();
  }

  function clear() {
    request.cancel();
    loadedKey = null;
    if (features.length === 0) return;
    features = [];
    overlay.redraw();
  }

  function at(point) {
    let best = null;
    let least = Infinity;
    for (const feature of features) {
      const [lon, lat] = feature.geometry.coordinates;
      const distance = map.latLngToContainerPoint([lat, lon]).distanceTo(point);
      const reach = Math.max(REACH_PIXELS, radiusOf(feature.properties.persons));
      if (distance <= reach && distance < least) [least, best] = [distance, feature];
    }
    return best;
  }

  function neighbour(id, step) {
    const view = map.getBounds();
    const inView = features.filter(({ geometry: { coordinates: [lon, lat] } }) => view.contains([lat, lon]));
    if (inView.length === 0) return null;
    const index = inView.findIndex((feature) => feature.id === id);
    return inView[(index + step + inView.length + (index < 0 && step < 0 ? 1 : 0)) % inView.length];
  }

  function select(id) {
    if (selected === id) return;
    selected = id;
    overlay.redraw();
  }

  return { load, clear, at, neighbour, select, forget: () => (loadedKey = null), redraw: () => overlay.redraw() };
}

function draw(context, view, features, selected) {
  if (features.length === 0) return;
  const colour = palette();
  for (const feature of features) {
    const [x, y] = view.project(feature.geometry.coordinates);
    if (x < -50 || y < -50 || x > view.width + 50 || y > view.height + 50) continue;
    drawAccuracy(context, view, feature, x, y, colour);
    drawDetection(context, feature.properties, x, y, colour);
  }
  const chosen = features.find((feature) => feature.id === selected);
  if (chosen) drawSelection(context, ...view.project(chosen.geometry.coordinates), radiusOf(chosen.properties.persons), colour);
}

function drawAccuracy(context, view, { geometry, properties }, x, y, colour) {
  if (!properties.accuracy_m) return;
  const radius = properties.accuracy_m / metresPerPixel(geometry.coordinates[1], view.zoom);
  if (radius <= radiusOf(properties.persons) + 2 || radius > 400) return;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = colour('heat-5');
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}

/** Hollow: observed; half: turned back; full: intercepted; square: handed over. */
function drawDetection(context, { persons, outcome }, x, y, colour) {
  const r = radiusOf(persons);
  const shape = new Path2D();
  if (outcome === 'handed_over') shape.rect(x - r * 0.886, y - r * 0.886, r * 1.772, r * 1.772);
  else shape.arc(x, y, r, 0, 2 * Math.PI);
  context.lineWidth = 4;
  context.strokeStyle = colour('halo');
  context.stroke(shape);
  context.fillStyle = colour('surface');
  context.fill(shape);
  context.fillStyle = colour('heat-5');
  if (outcome === 'intercepted' || outcome === 'handed_over') context.fill(shape);
  if (outcome === 'turned_back') {
    const half = new Path2D();
    half.arc(x, y, r, Math.PI / 2, -Math.PI / 2);
    context.fill(half);
  }
  context.lineWidth = 1.8;
  context.strokeStyle = colour('heat-5');
  context.stroke(shape);
}

function drawSelection(context, x, y, radius, colour) {
  for (const [width, name] of [[7, 'surface'], [3, 'ink']]) {
    context.beginPath();
    context.arc(x, y, radius + 4, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour(name);
    context.stroke();
  }
}
