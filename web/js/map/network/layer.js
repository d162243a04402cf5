/** Roads and trails from vector tiles, drawn on canvases of our own; a tile that scrolled away ends its request. */

import { GridLayer } from 'leaflet';
import Pbf from 'pbf';
import { getBlob, isAbort, urlOf } from '../../api.js';
import { palette } from '../../colours.js';
import { boxOf, nearestLine } from '../lines.js';
import { KINDS_FROM_BELOW, kindOf, styleAt } from './styles.js';
import { readTile } from './tile.js';

const TILE_PIXELS = 256;
const REACH_PIXELS = 9;
const PATH = '/api/collections/network/tiles/WebMercatorQuad';

const NetworkTiles = GridLayer.extend({
  createTile({ z, x, y }, done) {
    const tile = document.createElement('canvas');
    tile.className = 'network-tile';
    tile.abort = new AbortController();
    tile.zoom = z;
    tile.lines = [];
    const settle = (error) => this._map && done(error, tile);
    this._fill(tile, z, x, y).then(
      () => settle(null),
      (error) => {
        if (!isAbort(error)) this.options.onError(error);
        settle(error);
      },
    );
    return tile;
  },

  async _fill(tile, z, x, y) {
    const blob = await getBlob(`${PATH}/${z}/${y}/${x}`, { query: this.options.query, signal: tile.abort.signal, accept: 'application/vnd.mapbox-vector-tile' });
    if (!blob) return;
    const { network } = readTile(new Pbf(await blob.arrayBuffer()));
    tile.lines = network ? linesIn(network) : [];
    if (tile.lines.length > 0) this.options.onKind(tile.lines[0].way.synthetic === true);
    this.draw(tile);
  },

  /** At a half zoom tiles are scaled, so their lines are drawn the wider or thinner for it. */
  draw(tile) {
    const map = this._map;
    if (!map || tile.lines.length === 0) return;
    const scale = map.getZoomScale(map.getZoom(), tile.zoom);
    const ratio = Math.min(2, Math.max(1, (window.devicePixelRatio || 1) * scale));
    tile.width = tile.height = TILE_PIXELS * ratio;
    const context = tile.getContext('2d');
    context.scale(ratio, ratio);
    drawLines(context, tile.lines, map.getZoom(), 1 / scale);
  },

  redrawAll() {
    for (const { el } of Object.values(this._tiles ?? {})) this.draw(el);
  },

  /** The way under a place of the map, or null. */
  at(latLng) {
    const map = this._map;
    if (!map || this._tileZoom === undefined) return null;
    const { x, y } = map.project(latLng, this._tileZoom).divideBy(TILE_PIXELS);
    const tile = this._tiles[`${Math.floor(x)}:${Math.floor(y)}:${this._tileZoom}`]?.el;
    if (!tile) return null;
    const reach = REACH_PIXELS / map.getZoomScale(map.getZoom(), this._tileZoom);
    return nearestLine(tile.lines, (x % 1) * TILE_PIXELS, (y % 1) * TILE_PIXELS, reach)?.way ?? null;
  },

  _removeTile(key) {
    this._tiles[key]?.el.abort.abort();
    GridLayer.prototype._removeTile.call(this, key);
  },
});

/** Lines in pixels of the tile, the less important first. */
function linesIn({ extent, features }) {
  const lines = features.flatMap(({ id, properties, lines: parts }) => {
    const way = { ...properties, id: String(properties.id ?? id ?? '') };
    return parts.map((part) => {
      const points = Float64Array.from(part, (value) => (value * TILE_PIXELS) / extent);
      return { way, kind: kindOf(properties.class), points, box: boxOf(points) };
    });
  });
  const rank = ({ kind }) => KINDS_FROM_BELOW.indexOf(kind);
  return lines.sort((a, b) => rank(a) - rank(b));
}

/** `pixel`: how many units of the tile a CSS pixel of the screen is. */
function drawLines(context, lines, zoom, pixel) {
  const colour = palette();
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const kinds = KINDS_FROM_BELOW.map((kind) => ({ style: styleAt(kind, zoom), path: pathOf(lines.filter((line) => line.kind === kind)) }));
  for (const { style, path } of kinds.filter((each) => each.style.casing > 0)) {
    context.lineWidth = (style.width + 2 * style.casing) * pixel;
    context.strokeStyle = colour('halo');
    context.stroke(path);
  }
  for (const { style, path } of kinds) {
    context.lineWidth = style.width * pixel;
    context.strokeStyle = colour(style.colour);
    context.lineCap = style.dash ? 'butt' : 'round';
    context.setLineDash(style.dash?.map((part) => part * pixel) ?? []);
    context.stroke(path);
  }
  context.setLineDash([]);
}

function pathOf(lines) {
  const path = new Path2D();
  for (const { points } of lines) {
    path.moveTo(points[0], points[1]);
    for (let i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
  }
  return path;
}

/**
 * `show({synthetic})` draws the network of that kind (null: the server decides), `hide()` none, `forget()` asks anew; `at(latLng)` is
 * the way under a place, `{id, class, name, ref}`, or null; `redraw()` in other colours. `onKind(synthetic)` tells whether what is drawn is simulated,
 * null when nothing is.
 */
export function createNetworkLayer(map, { pane, onError, onKind }) {
  let layer = null;
  let key = null;

  function show(query) {
    if (key === urlOf('', query)) return;
    hide();
    key = urlOf('', query);
    layer = new NetworkTiles({ pane, query, onError, onKind, maxZoom: 19, updateWhenZooming: false, keepBuffer: 1, className: 'network-layer' });
    layer.addTo(map);
  }

  function hide() {
    layer?.remove();
    layer = key = null;
    onKind(null);
  }

  map.on('zoomend', () => layer?.redrawAll());
  return { show, hide, forget: () => layer?.redraw(), at: (latLng) => layer?.at(latLng) ?? null, redraw: () => layer?.redrawAll() };
}
