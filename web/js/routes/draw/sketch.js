/** The line that is being drawn, on Leaflet's map: its legs, a handle on each vertex, a smaller one in the middle of each leg. */

import { DivIcon, LayerGroup, Marker, Polyline } from 'leaflet';
import { t } from '../../i18n/index.js';
import { middleOf } from './line.js';

/** A finger hits 44 px, a mouse 24; what is seen is smaller. */
const HANDLE_PIXELS = matchMedia('(pointer: coarse)').matches ? 44 : 24;
/** On a shorter leg the handle in its middle would lie on those at its ends. */
const LEG_WITH_MIDDLE_PIXELS = 2.5 * HANDLE_PIXELS;
/** Two clicks at one place are one. */
const SAME_PIXELS = 4;

/**
 * `deeds`: `{append(at), insert(index, at), split(index, at), move(index, at), select(index)}`. `show(sketch)` draws `{places, legs, selected}`: where
 * the vertices stand, and the leg that leads to each as `{state, line}` or null. `remove()` leaves the map as it was.
 */
export function createSketch(map, deeds) {
  const lines = new LayerGroup().addTo(map);
  const handles = new LayerGroup().addTo(map);
  const zooms = map.doubleClickZoom.enabled();
  let shown = { places: [], legs: [], selected: null };

  map.on('click', onClick);
  map.on('zoomend', redraw);
  map.doubleClickZoom.disable();
  map.getContainer().classList.add('is-placing');

  function onClick({ latlng, containerPoint }) {
    const last = shown.places.at(-1);
    if (last && map.latLngToContainerPoint(latLng(last)).distanceTo(containerPoint) < SAME_PIXELS) return;
    deeds.append(lonLat(latlng));
  }

  function show(sketch) {
    shown = sketch;
    redraw();
  }

  function redraw() {
    lines.clearLayers();
    handles.clearLayers();
    shown.legs.forEach((leg) => leg && drawLeg(leg));
    shown.legs.forEach((leg, i) => leg && addMiddle(leg, i));
    shown.places.forEach((place, i) => addHandle(place, i));
  }

  function drawLeg({ state, line }) {
    const points = line.map(latLng);
    lines.addLayer(new Polyline(points, { className: 'draw-casing', interactive: false }));
    lines.addLayer(new Polyline(points, { className: `draw-leg ${state}`, interactive: false }));
  }

  function addHandle(place, i) {
    const end = i === 0 ? 'first' : i === shown.places.length - 1 ? 'last' : '';
    const marker = handle(place, `draw-handle ${end} ${i === shown.selected ? 'selected' : ''}`, t('draw.vertex', { number: i + 1 }));
    marker.on('click', () => deeds.select(i));
    follow(marker, [shown.places[i - 1], shown.legs[i + 1] && shown.places[i + 1]], Boolean(shown.legs[i]));
    marker.on('dragend', () => deeds.move(i, lonLat(marker.getLatLng())));
    handles.addLayer(marker);
  }

  function addMiddle({ line }, i) {
    const points = line.map((place) => map.latLngToContainerPoint(latLng(place)));
    if (points[0].distanceTo(points.at(-1)) < LEG_WITH_MIDDLE_PIXELS) return;
    const middle = middleOf(line);
    const marker = handle(middle, 'draw-handle middle', t('draw.middle'));
    follow(marker, [shown.places[i - 1], shown.places[i]], true);
    marker.on('click', () => deeds.split(i, middle));
    marker.on('dragend', () => deeds.insert(i, lonLat(marker.getLatLng())));
    handles.addLayer(marker);
  }

  /** While a handle is dragged, straight lines say which legs will be laid anew. */
  function follow(marker, [before, after], joinsBefore) {
    let line = null;
    marker.on('dragstart', () => (line = new Polyline([], { className: 'draw-leg asking', interactive: false }).addTo(lines)));
    marker.on('drag', () => line.setLatLngs([joinsBefore && before && latLng(before), marker.getLatLng(), after && latLng(after)].filter(Boolean)));
  }

  function remove() {
    map.off('click', onClick);
    map.off('zoomend', redraw);
    if (zooms) map.doubleClickZoom.enable();
    map.getContainer().classList.remove('is-placing');
    lines.remove();
    handles.remove();
  }
  return { show, remove };
}

function handle(place, className, title) {
  const icon = new DivIcon({ className, iconSize: [HANDLE_PIXELS, HANDLE_PIXELS] });
  return new Marker(latLng(place), { icon, draggable: true, autoPan: true, keyboard: false, title });
}

const latLng = ([lon, lat]) => [lat, lon];
const lonLat = ({ lat, lng }) => [lng, lat];
