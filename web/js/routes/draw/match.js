/** Lines snapped to the network as a whole (hidden Markov map matching on the server), whatever way they were drawn. */

const MATCH = '/api/network/match';

/** `{geometry, share, edges}`: the lines along the ways, the share of their length that lies on ways, and the ids of the edges under them, each once. */
export async function matchLines(api, { coordinates }, { synthetic = null, signal } = {}) {
  const answers = await Promise.all(coordinates.map((line) => api.send('POST', MATCH, { query: { synthetic }, json: { type: 'Feature', geometry: { type: 'LineString', coordinates: line }, properties: {} }, signal })));
  const features = answers.map(({ body }) => body);
  const metres = features.reduce((sum, { properties }) => sum + properties.length_m, 0);
  const onWays = features.reduce((sum, { properties }) => sum + properties.length_m * properties.matched_share, 0);
  return {
    geometry: { type: 'MultiLineString', coordinates: features.map(({ geometry }) => geometry.coordinates) },
    share: metres > 0 ? onWays / metres : 0,
    edges: [...new Set(features.flatMap(({ properties }) => properties.edges))],
  };
}
