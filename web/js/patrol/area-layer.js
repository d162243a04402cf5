/** Patrol areas on the map: outlines without a fill, so that heat stays readable, badges K1, K2 …, and the dotted way of each post. */

import { createLineLayer } from '../routes/line-layer.js';
import { contains } from './ring.js';

/** As analysis/views.js has layers. */
export function createAreaLayer(map, { pane }) {
  const layer = createLineLayer(map, { pane });
  let areas = [];

  function show(document) {
    areas = document?.features ?? [];
    const ways = areas.flatMap(({ properties }) => properties.posts.filter(({ way }) => way.length > 1).map(({ way }, i) => ({ feature: lineOf(`${properties.name}-way-${i}`, way), width: 2.2, colour: 'accent', dash: [0.9, 1.7], rank: null })));
    const outlines = areas.map((area) => ({ feature: lineOf(area.id, area.geometry.coordinates[0]), width: area.properties.rank === null ? 1.6 : 2.6, colour: 'accent', rank: area.properties.rank, badge: area.properties.name, tone: 'accent' }));
    layer.show([...ways, ...outlines.reverse()]);
  }

  /** Anywhere within an outline counts, the smallest area first. */
  function at(point) {
    const { lat, lng } = map.containerPointToLatLng(point);
    return areas.find(({ geometry }) => contains(geometry.coordinates[0], lng, lat)) ?? null;
  }
  return { ...layer, show, at };
}

const lineOf = (id, coordinates) => ({ type: 'Feature', id, geometry: { type: 'LineString', coordinates }, properties: {} });
