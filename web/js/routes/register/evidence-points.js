/** The nearest detections of a route as small circles on the map, while somebody looks at its evidence. */

import { palette } from '../../colours.js';
import { CanvasOverlay } from '../../map/canvas-overlay.js';

const RADIUS = 4.5;

/** `show(list)` draws `[{lon, lat}]`; none clears. */
export function createEvidencePoints(map, { pane }) {
  let places = [];
  const overlay = new CanvasOverlay(pane, (context, view) => draw(context, view, places));
  overlay.addTo(map);

  function show(next) {
    places = next;
    overlay.redraw();
  }
  return { show, redraw: () => overlay.redraw(), remove: () => overlay.remove() };
}

function draw(context, view, places) {
  if (places.length === 0) return;
  const colour = palette();
  for (const { lon, lat } of places) {
    const [x, y] = view.project([lon, lat]);
    context.beginPath();
    context.arc(x, y, RADIUS, 0, 2 * Math.PI);
    context.lineWidth = 3;
    context.strokeStyle = colour('halo');
    context.stroke();
    context.fillStyle = colour('heat-5');
    context.fill();
  }
}
