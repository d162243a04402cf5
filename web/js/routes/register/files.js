// Which files of routes the server reads, by their names. Pure.

const MEDIA_TYPES = {
  gpx: 'application/gpx+xml',
  geojson: 'application/geo+json',
  json: 'application/geo+json',
  kml: 'application/vnd.google-earth.kml+xml',
  zip: 'application/zip',
};

/** For the field that chooses a file. */
export const ACCEPTED = Object.keys(MEDIA_TYPES).map((ending) => `.${ending}`).join(',');

/** Media type by the end of the name; null when the server would not know what to do with it. */
export const mediaTypeOf = (name) => MEDIA_TYPES[/\.([a-z]+)$/i.exec(name)?.[1].toLowerCase()] ?? null;
