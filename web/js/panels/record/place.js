/** The position of a detection on the page's own map, and what the server says about it in words. */
import * as L from 'leaflet';
import { isAbort } from '../../api.js';
import { formatKm, formatMetres, t } from '../../i18n/index.js';

const ANSWER_DELAY_MS = 200;
const FARTHEST_METRES = 300_000;

/**
 * A pin that follows the draft. `onPick(lon, lat)` is called for a click on the map and a drag of the pin.
 * `panel` is the element that covers part of the map: the pin is kept in what is left.
 */
export function placePin(map, panel, onPick) {
  const layer = L.layerGroup().addTo(map);
  const click = (event) => onPick(event.latlng.lng, event.latlng.lat);
  map.on('click', click);
  map.getContainer().classList.add('is-placing');
  let pin = null;
  let ring = null;

  function show(position, accuracyMetres) {
    layer.clearLayers();
    pin = ring = null;
    if (!position) return;
    const at = L.latLng(position[1], position[0]);
    if (accuracyMetres > 0) ring = L.circle(at, { radius: accuracyMetres, interactive: false, className: 'record-ring' }).addTo(layer);
    pin = L.marker(at, { icon: pinIcon(), draggable: true, autoPan: true, keyboard: false, title: t('record.position.pin') }).addTo(layer);
    pin.on('drag', () => ring?.setLatLng(pin.getLatLng()));
    pin.on('dragend', () => onPick(pin.getLatLng().lng, pin.getLatLng().lat));
  }

  /** Moves the map so that `position` is in the middle of what the panel leaves, at a zoom where trails can be told apart. */
  function reveal(position, leastZoom = 12) {
    const at = L.latLng(position[1], position[0]);
    if (map.getZoom() < leastZoom) map.setView(at, leastZoom, { animate: false });
    const free = freeArea(map, panel);
    const point = map.latLngToContainerPoint(at);
    if (!free.pad(-0.1).contains(point)) map.panBy(point.subtract(free.getCenter()), { animate: false });
  }

  function centre() {
    const at = map.containerPointToLatLng(freeArea(map, panel).getCenter());
    return [at.lng, at.lat];
  }

  function remove() {
    map.off('click', click);
    layer.remove();
    map.getContainer().classList.remove('is-placing');
  }

  return { show, reveal, centre, remove };
}

/** The part of the map, in its container's pixels, that `panel` does not cover. */
function freeArea(map, panel) {
  const whole = map.getContainer().getBoundingClientRect();
  const cover = panel.getBoundingClientRect();
  const besides = cover.left > whole.left + whole.width / 4;
  const right = besides ? Math.min(whole.right, cover.left) : whole.right;
  const bottom = besides ? whole.bottom : Math.min(whole.bottom, cover.top);
  const area = L.bounds([0, 0], [Math.max(1, right - whole.left), Math.max(1, bottom - whole.top)]);
  area.pad = (ratio) => {
    const margin = area.getSize().multiplyBy(ratio);
    return L.bounds(area.min.subtract(margin), area.max.add(margin));
  };
  return area;
}

function pinIcon() {
  const html =
    '<svg viewBox="0 0 28 38" width="28" height="38" aria-hidden="true"><path class="record-pin-shape" d="M14 37C14 37 26 22.500 26 13.500A12 12 0 0 0 2 13.500C2 22.500 14 37 14 37z"/><circle class="record-pin-hole" cx="14" cy="13.500" r="4.500"/></svg>';
  return L.divIcon({ className: 'record-pin', html, iconSize: [28, 38], iconAnchor: [14, 37] });
}

/** Asks the server where a position is; only the last question is answered. `onAnswer({state, place})`. */
export function placeTeller(api, onAnswer) {
  let controller = null;
  let timer = 0;

  function ask(position) {
    stop();
    if (!position) return onAnswer({ state: 'none', place: null });
    onAnswer({ state: 'asking', place: null });
    controller = new AbortController();
    timer = setTimeout(answer, ANSWER_DELAY_MS, position, controller.signal);
  }

  async function answer([lon, lat], signal) {
    try {
      onAnswer({ state: 'known', place: await api.get('/api/locate', { query: { lon, lat }, signal }) });
    } catch (problem) {
      if (!isAbort(problem) && !signal.aborted) onAnswer({ state: 'offline', place: null });
    }
  }

  function stop() {
    clearTimeout(timer);
    controller?.abort();
  }

  return { ask, stop };
}

/** `['Km 1134+600 · Đồn Tân Thanh', 'Phía Việt Nam, cách biên giới 340 m, ±25 m']`. */
export function placeInWords(place, accuracyMetres) {
  const station = place.station ? t('record.position.station', { name: bareName(place.station.name) }) : null;
  const title = [formatKm(place.borderKm), station].filter(Boolean).join(' · ');
  const distanceMetres = place.distanceMetres ?? Math.abs(place.offsetMetres);
  const distance = formatMetres(distanceMetres);
  if (distanceMetres > FARTHEST_METRES) return [t('record.position.far', { distance }), ''];
  const side = place.inside
    ? t('record.position.inside', { distance })
    : t('record.position.outside', { distance, neighbour: t(`country.${place.borderWith}`) });
  return [title, accuracyMetres > 0 ? `${side}, ±${formatMetres(accuracyMetres)}` : side];
}

/** Units may be named with their kind in front: "Đồn Tân Thanh", "Đồn biên phòng Tân Thanh". */
function bareName(name) {
  return name.replace(/^Đồn (biên phòng )?/i, '');
}
