/** The forms of a layer that is taken away, and the systems its coordinates may stand in. Pure. */

/** In the order of the tiles: what opens at once with its style comes first. `degreesOnly`: the form itself knows no other system. */
export const FORMATS = Object.freeze([
  { id: 'gpkg', name: 'GeoPackage', ending: 'gpkg' },
  { id: 'geojson', name: 'GeoJSON', ending: 'geojson' },
  { id: 'shp', name: 'Shapefile', ending: 'zip' },
  { id: 'fgb', name: 'FlatGeobuf', ending: 'fgb' },
  { id: 'kml', name: 'KML', ending: 'kml', degreesOnly: true },
  { id: 'gpx', name: 'GPX', ending: 'gpx', degreesOnly: true },
  { id: 'csv', name: 'CSV', ending: 'csv' },
]);

export const SYSTEMS = Object.freeze([
  { code: 'EPSG:4326', name: 'WGS 84 (EPSG:4326)' },
  { code: 'EPSG:32648', name: 'WGS 84 / UTM 48N (EPSG:32648)' },
  { code: 'EPSG:3405', name: 'VN-2000 / UTM 48N (EPSG:3405)' },
]);

/** Above this the browser itself takes the file, so that it never stands whole in the memory of the page. */
const IN_MEMORY_BYTES = 20_000_000;

/** The system that a file will have: the one chosen, or degrees where the format knows nothing else. */
export const systemFor = (format, chosen) => (format.degreesOnly ? SYSTEMS[0].code : chosen);

/** Whether the page may hold the file; without an estimate it may not. */
export const fitsInMemory = ({ bytesAbout }) => Number.isFinite(bytesAbout) && bytesAbout <= IN_MEMORY_BYTES;

/** `borderwatch-routes-2026-11-26-synthetic.gpkg`, as the server calls it too. */
export const fileName = (content, format, { day, synthetic }) => `borderwatch-${content}-${day}${synthetic ? '-synthetic' : ''}.${format.ending}`;
