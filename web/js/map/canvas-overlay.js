import { DomUtil, Layer } from 'leaflet';
import { toUnit } from './mercator.js';

/** Drawn this much beyond the edge, so that a short drag shows no bare paper. */
const MARGIN = 0.2;

/**
 * A canvas over the map in a pane of its own. `draw(context, view)` paints it anew after each move; `view` is
 * `{width, height, zoom, project([lon, lat]), projectUnit(x, y), inset, visible}`: CSS pixels of the canvas, how far the
 * visible map begins inside it, and the box that can be seen.
 */
export const CanvasOverlay = Layer.extend({
  initialize(pane, draw) {
    this._pane = pane;
    this._draw = draw;
  },

  getEvents() {
    return { moveend: this.redraw, resize: this.redraw, zoomanim: this._follow };
  },

  onAdd(map) {
    this._canvas = DomUtil.create('canvas', 'leaflet-zoom-animated map-canvas', map.getPane(this._pane));
    this._canvas.setAttribute('aria-hidden', 'true');
    this.redraw();
  },

  onRemove() {
    this._canvas.remove();
  },

  redraw() {
    const map = this._map;
    if (!map) return;
    const size = map.getSize();
    const inset = size.multiplyBy(MARGIN).round();
    const corner = map.containerPointToLayerPoint(inset.multiplyBy(-1)).round();
    const width = size.x + 2 * inset.x;
    const height = size.y + 2 * inset.y;
    this._corner = map.layerPointToLatLng(corner);
    this._zoom = map.getZoom();
    const context = this._prepare(width, height);
    DomUtil.setTransform(this._canvas, corner, 1);
    const world = 256 * 2 ** this._zoom;
    const origin = map.getPixelOrigin().add(corner);
    const projectUnit = (x, y) => [x * world - origin.x, y * world - origin.y];
    const project = (lonLat) => projectUnit(...toUnit(lonLat));
    this._draw(context, { width, height, zoom: this._zoom, project, projectUnit, inset, visible: [inset.x, inset.y, width - inset.x, height - inset.y] });
  },

  _prepare(width, height) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this._canvas.width = width * ratio;
    this._canvas.height = height * ratio;
    this._canvas.style.width = `${width}px`;
    this._canvas.style.height = `${height}px`;
    const context = this._canvas.getContext('2d');
    context.scale(ratio, ratio);
    return context;
  },

  _follow(event) {
    const scale = this._map.getZoomScale(event.zoom, this._zoom);
    const corner = this._map._latLngToNewLayerPoint(this._corner, event.zoom, event.center);
    DomUtil.setTransform(this._canvas, corner, scale);
  },
});
