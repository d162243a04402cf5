import { CanvasOverlay } from '../../map/canvas-overlay.js';
import { BADGE_PIXELS, badgeOf, drawBadges, drawCircles } from './circles.js';
import { isNotable } from './notable.js';
import { boxOf, pixelsOf } from './place.js';

/** Above the names of the map (map/map.js). */
const BADGE_LEVEL = 470;
const REACH_PIXELS = 6;

/** Circles in the pane of the results, badges above the names of the map. As views.js describes a layer. */
export function createClusterLayer(map, { pane }) {
  let features = [];
  let replicates;
  let chosen = null;
  const badgePane = `${pane}-badges`;
  if (!map.getPane(badgePane)) Object.assign(map.createPane(badgePane).style, { zIndex: BADGE_LEVEL, pointerEvents: 'none' });
  const circles = new CanvasOverlay(pane, (context, view) => drawCircles(context, view, features, chosen)).addTo(map);
  const badges = new CanvasOverlay(badgePane, (context, view) => drawBadges(context, view, features, replicates, chosen)).addTo(map);

  function redraw() {
    circles.redraw();
    badges.redraw();
  }

  function show(document) {
    features = (document?.features ?? []).filter(isNotable);
    replicates = document?.summary.replicates;
    redraw();
  }

  function select(id) {
    if (id === chosen) return;
    chosen = id;
    redraw();
  }

  /** A badge first; of circles around the point, the smallest. */
  function at(point) {
    const places = features.map((feature) => {
      const [lon, lat] = feature.geometry.coordinates;
      const centre = map.latLngToContainerPoint([lat, lon]);
      const radius = pixelsOf(feature.properties.radius_m, lat, map.getZoom());
      const [x, y] = badgeOf(centre.x, centre.y, radius);
      return { feature, radius, fromBadge: Math.hypot(point.x - x, point.y - y), fromCentre: Math.hypot(point.x - centre.x, point.y - centre.y) };
    });
    const badge = places.filter(({ fromBadge }) => fromBadge <= BADGE_PIXELS + REACH_PIXELS).sort((a, b) => a.fromBadge - b.fromBadge)[0];
    const circle = places.filter(({ radius, fromCentre }) => fromCentre <= radius + REACH_PIXELS).sort((a, b) => a.radius - b.radius)[0];
    return (badge ?? circle)?.feature ?? null;
  }

  function boundsOf(id) {
    const feature = features.find((each) => each.id === id);
    if (!feature) return null;
    const [[south, west], [north, east]] = boxOf(feature);
    return [west, south, east, north];
  }

  function remove() {
    circles.remove();
    badges.remove();
  }
  return { show, select, at, boundsOf, redraw, remove };
}
