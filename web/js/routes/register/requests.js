/** What the register asks of the server. `api` is the page's only way to it. */

const ITEMS = '/api/collections/routes/items';
const GEOJSON = { 'Content-Type': 'application/geo+json' };
/** A register of trafficking routes holds dozens; should it ever hold more than this, the list says so. */
const LIMIT = 1000;

/** All routes in force, by code. `{features, numberMatched}`. */
export async function listRoutes(api, { synthetic, signal }) {
  const answer = await api.get(ITEMS, { query: { synthetic, limit: LIMIT }, signal });
  return { ...answer, features: [...answer.features].sort((a, b) => a.properties.code.localeCompare(b.properties.code, undefined, { numeric: true })) };
}

export const readRoute = (api, id, signal) => api.get(`${ITEMS}/${id}`, { signal });

/** Detections along a route; `query` is the filter in force. */
export const readEvidence = (api, id, { withinMetres, query, signal }) => api.get(`${ITEMS}/${id}/evidence`, { query: { ...query, withinMetres }, signal });

export const readHistory = (api, id, signal) => api.get(`${ITEMS}/${id}/history`, { signal });

/** Routes that run along one another within `maxMetres`. */
export const readGroups = (api, { maxMetres, synthetic, signal }) => api.get('/api/summary/route-groups', { query: { maxMetres, synthetic }, signal });

/** Stores a new route or a new version of one; answers the stored feature. A version that is no longer the latest is refused with 412. */
export async function storeRoute(api, feature, { id, version }) {
  const body = JSON.stringify(feature);
  if (id === null) return (await api.send('POST', ITEMS, { body, headers: GEOJSON })).body;
  return (await api.send('PUT', `${ITEMS}/${id}`, { body, headers: { ...GEOJSON, ...onlyIf(version) } })).body;
}

export const removeRoute = (api, { id, properties }) => api.send('DELETE', `${ITEMS}/${id}`, { headers: onlyIf(properties.version) });

/** Takes a delete back. */
export const restoreRoute = (api, id) => api.send('POST', `${ITEMS}/${id}/restore`);

const onlyIf = (version) => ({ 'If-Match': `"${version}"` });
