import { Map as LeafletMap } from 'leaflet';
import { boundsOf } from './basemap.js';
import { CanvasOverlay } from './canvas-overlay.js';
import { drawGround } from './ground.js';
import { drawSheet } from './sheet.js';

/** Panes from below; Leaflet's own markers stand at 600. Ranks stand above the names that give way to them. */
const PANES = { ground: 150, heat: 250, network: 270, cells: 300, routes: 350, register: 360, sheet: 450, ranks: 470, detections: 500 };

/**
 * The map on `host`, in our own drawing. `base`: a prepared basemap; `getView` and `getTaken` as in sheet.js.
 * Answers `{map, redraw(), fitWhole()}`; `map` is Leaflet's.
 */
export function createMap(host, base, getView, getTaken) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new LeafletMap(host, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.5,
    minZoom: 5,
    maxZoom: 17,
    maxBounds: [[5, 96], [28, 118]],
    fadeAnimation: false,
    zoomAnimation: !still,
    inertia: !still,
    keyboardPanDelta: 80,
  });
  for (const [name, level] of Object.entries(PANES)) map.createPane(name).style.zIndex = level;
  for (const name of Object.keys(PANES).filter((each) => each !== 'heat')) map.getPane(name).style.pointerEvents = 'none';

  const fitWhole = (animate = !still) => map.fitBounds(wholeBounds(base), { ...marginsOf(host), animate });
  const { map: place } = getView();
  if (place) map.setView([place.lat, place.lon], place.zoom);
  else fitWhole(false);

  const ground = new CanvasOverlay('ground', drawGround(base)).addTo(map);
  const sheet = new CanvasOverlay('sheet', drawSheet(base, getView, getTaken)).addTo(map);
  const redraw = () => {
    ground.redraw();
    sheet.redraw();
  };
  return { map, redraw, fitWhole };
}

/** On a narrow map the legend stands at the foot, so the border is fitted above it. */
const marginsOf = (host) => (host.clientWidth < 520 ? { paddingTopLeft: [12, 18], paddingBottomRight: [24, 112] } : { padding: [18, 18] });

const wholeBounds = (base) => boundsOf(base.stretchLine.length > 1 ? base.stretchLine : base.borders.flatMap((border) => border.line));
