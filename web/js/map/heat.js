import { GridLayer } from 'leaflet';
import { getBlob, isAbort, urlOf } from '../api.js';

const TILE_PIXELS = 256;

/** Heat tiles of one query. A tile that scrolled away ends its request; a failed tile stays empty and is reported. */
const HeatTiles = GridLayer.extend({
  createTile(coords, done) {
    const tile = document.createElement('canvas');
    tile.width = tile.height = TILE_PIXELS;
    tile.className = 'heat-tile';
    tile.abort = new AbortController();
    // A layer that has been taken off the map meanwhile no longer waits for its tiles.
    const settle = (error) => this._map && done(error, tile);
    this._fill(tile, coords).then(
      () => settle(null),
      (error) => {
        if (!isAbort(error)) this.options.onError(error);
        settle(error);
      },
    );
    return tile;
  },

  async _fill(tile, { z, x, y }) {
    const blob = await getBlob(`/api/maps/heat/${z}/${y}/${x}.png`, { query: this.options.query, signal: tile.abort.signal, accept: 'image/png' });
    if (!blob) return;
    const picture = await createImageBitmap(blob);
    tile.getContext('2d').drawImage(picture, 0, 0);
    picture.close();
  },

  _removeTile(key) {
    this._tiles[key]?.el.abort.abort();
    GridLayer.prototype._removeTile.call(this, key);
  },
});

/**
 * The heat of the map: `show(query)` draws another query, `hide()` none. The old picture stays at full strength until
 * the new one is complete, so that a filter never blinks; when tiles fail, the old one remains. `onBusy(boolean)` and
 * `onError(problem)` tell the page.
 */
export function createHeat(map, { pane, onBusy, onError }) {
  let shown = null;
  let coming = null;
  let round = 0;

  const drop = (layer) => layer?.remove();

  function show(query) {
    const key = `${round} ${urlOf('', query)}`;
    if ((coming ?? shown)?.options.key === key) return;
    drop(coming);
    const layer = new HeatTiles({ pane, query, key, onError, maxZoom: 19, updateWhenZooming: false, keepBuffer: 1, className: 'heat-layer' });
    coming = layer;
    let failed = 0;
    layer.on('tileerror', () => failed++);
    layer.on('loading', () => onBusy(true));
    layer.on('load', () => {
      onBusy(false);
      if (coming !== layer) return;
      coming = null;
      // Leaflet still works on the layer when it fires this; it goes when that is done.
      if (failed > 0 && shown) queueMicrotask(() => drop(layer));
      else takePlace(layer);
    });
    layer.addTo(map);
    layer.getContainer().classList.add('coming');
  }

  function takePlace(layer) {
    drop(shown);
    shown = layer;
    layer.getContainer().classList.remove('coming');
  }

  /** Gives what is on screen other colours, `#rrggbb` for `#rrggbb`. Answers a function that brings the old ones back. */
  function recolour(from, to) {
    const tiles = [...(shown?.getContainer()?.querySelectorAll('canvas') ?? [])];
    const undo = tiles.map((tile) => recolourTile(tile, from.map(rgb), to.map(rgb)));
    return () => undo.forEach((each) => each());
  }

  function hide() {
    drop(coming);
    drop(shown);
    shown = coming = null;
    onBusy(false);
  }

  /** The data changed: the next `show` asks again, and the old picture stays until then. */
  const forget = () => round++;

  return { show, hide, forget, recolour };
}

const rgb = (hex) => Number.parseInt(hex.slice(1), 16);

function recolourTile(tile, from, to) {
  const context = tile.getContext('2d');
  const before = context.getImageData(0, 0, TILE_PIXELS, TILE_PIXELS);
  const after = new ImageData(before.data.slice(), TILE_PIXELS);
  for (let i = 0; i < after.data.length; i += 4) {
    const found = after.data[i + 3] === 0 ? -1 : from.indexOf((after.data[i] << 16) | (after.data[i + 1] << 8) | after.data[i + 2]);
    if (found >= 0) after.data.set([to[found] >> 16, (to[found] >> 8) & 255, to[found] & 255], i);
  }
  context.putImageData(after, 0, 0);
  return () => context.putImageData(before, 0, 0);
}
