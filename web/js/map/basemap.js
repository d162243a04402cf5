/** The basemap as the server sends it, prepared once for drawing: unit coordinates and kilometres. */

import { sliceByKm, vertexKilometres } from './chainage.js';
import { readStations } from '../stations.js';
import { followLines } from './land.js';
import { toUnit } from './mercator.js';

/**
 * `document`: `/api/basemap.json`. Answers `{land, borders: [{with, line, kilometres}], stretch, stretchLine, kilometres,
 * gates, stations, places, slice(stretch), refine(neighbour, line)}`; lines are `[lon, lat]`, land is rings of
 * unit coordinates. `refine` puts the unsimplified line in place, which is fetched only when somebody zooms in.
 */
export function prepareBasemap(document) {
  const marks = document.kilometres ?? [];
  const borders = (document.border ?? []).map((each) => ({
    with: each.with,
    lengthKm: each.lengthKm,
    line: each.line,
    kilometres: vertexKilometres(each.line, marks.filter((mark) => mark.with === each.with), each.lengthKm),
  }));
  const rings = ringsOf(document.land);
  const cut = () => followLines(rings, borders.map((border) => border.line)).map((ring) => Float64Array.from(ring.flatMap(toUnit)));
  let land = cut();
  const refine = (neighbour, line) => {
    const border = borders.find((each) => each.with === neighbour);
    if (!border || line.length < border.line.length) return;
    border.line = line;
    border.kilometres = vertexKilometres(line, marks.filter((mark) => mark.with === neighbour), border.lengthKm);
    land = cut();
  };
  const slice = (stretch) => {
    const border = borders.find((each) => each.with === stretch?.with);
    return border ? sliceByKm(border.line, border.kilometres, stretch.fromKm, stretch.toKm) : [];
  };
  return {
    get land() {
      return land;
    },
    borders,
    stretch: document.stretch,
    get stretchLine() {
      return slice(document.stretch);
    },
    kilometres: marks,
    gates: document.gates ?? [],
    stations: readStations(document.stations ?? []),
    places: document.places ?? [],
    slice,
    refine,
  };
}

function ringsOf(land) {
  if (!land) return [];
  const polygons = land.type === 'Polygon' ? [land.coordinates] : land.coordinates;
  return polygons.flat();
}

/** `[[south, west], [north, east]]` of some `[lon, lat]`. */
export function boundsOf(points) {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [[Math.min(...lats), Math.min(...lons)], [Math.max(...lats), Math.max(...lons)]];
}
