import { get, isAbort } from '../api.js';

const FINE_ZOOM = 12;

/**
 * The line of the basemap is simplified to about 100 m; from zoom 12 the whole line is fetched, once. Answers a function
 * to call after each move. `onReady()` draws again.
 */
export function createFineBorder(map, base, { onReady, onError }) {
  let asked = false;
  return async () => {
    if (asked || map.getZoom() < FINE_ZOOM) return;
    asked = true;
    try {
      const answer = await get('/api/collections/border/items', { query: { limit: 10 } });
      for (const { geometry, properties } of answer.features) {
        if (geometry.type === 'LineString') base.refine(properties.with, geometry.coordinates);
      }
      onReady();
    } catch (error) {
      asked = false;
      if (!isAbort(error)) onError(error);
    }
  };
}
