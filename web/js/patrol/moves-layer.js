/** Where they would go once the roster is known: the areas on the map, dashed, each with its kilometres. A model, and its legend says so. */

import { createLineLayer } from '../routes/line-layer.js';
import { shortName } from './areas.js';

/** As many as are worth a look. */
const MOST = 3;

/** `show(moves, places)`: moves as a roster tells them, the strongest first, and all areas by id. `shown()` is how many are on the map. */
export function createMovesLayer(map, { pane }) {
  const layer = createLineLayer(map, { pane });
  let shown = [];

  function show(moves, places) {
    shown = moves.filter(({ area }) => places.has(area)).slice(0, MOST);
    layer.show(shown.map(({ area, name }, i) => ({ feature: lineOf(places.get(area)), width: 2.2, colour: 'ink', dash: [2.4, 1.8], rank: 100 + i, badge: `→ ${shortName(name)}`, tone: 'ink' })));
  }
  return { show, shown: () => shown.length, taken: layer.taken, redraw: layer.redraw, remove: layer.remove };
}

const lineOf = ({ id, geometry }) => ({ type: 'Feature', id: `move-${id}`, geometry: { type: 'LineString', coordinates: geometry.coordinates[0] }, properties: {} });
