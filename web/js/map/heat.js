import { GridLayer } from 'leaflet';
import { getBlob, isAbort, urlOf } from '../api.js';

const TILE_PIXELS = 256;
const SETTLE_MS = 600;

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
  const waiting = [];

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
      waiting.splice(0).forEach((resolve) => resolve());
    });
    layer.addTo(map);
    layer.getContainer().classList.add('coming');
  }

  function takePlace(layer) {
    drop(shown);
    shown = layer;
    layer.getContainer().classList.remove('coming');
  }

  /** Resolves when the query that was shown last is on screen. The question of a new theme is on its way by then. */
  async function settled() {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    if (coming) await new Promise((resolve) => waiting.push(resolve));
  }

  function hide() {
    drop(coming);
    drop(shown);
    shown = coming = null;
    waiting.splice(0).forEach((resolve) => resolve());
    onBusy(false);
  }

  /** The data changed: the next `show` asks again, and the old picture stays until then. */
  const forget = () => round++;

  return { show, hide, forget, settled };
}
