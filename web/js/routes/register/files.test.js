import assert from 'node:assert/strict';
import test from 'node:test';
import { ACCEPTED, mediaTypeOf } from './files.js';

test('the media type of a file of routes follows the end of its name', () => {
  const names = ['tuyen.gpx', 'a.b.GeoJSON', 'tuyen.kml', 'tuyen.zip', 'tuyen.kmz', 'tuyen.shp', 'zip'];
  assert.deepEqual(names.map(mediaTypeOf), ['application/gpx+xml', 'application/geo+json', 'application/vnd.google-earth.kml+xml', 'application/zip', null, null, null]);
  assert.equal(ACCEPTED, '.gpx,.geojson,.json,.kml,.zip');
});
