import assert from 'node:assert/strict';
import test from 'node:test';
import { fileName, formsOf } from './forms.js';

const RESULTS = 'http://www.opengis.net/def/rel/ogc/1.0/results';

test('each form of a result that is known is offered once, the usual one first', () => {
  const links = [
    { rel: 'self', type: 'application/json' },
    { rel: RESULTS, type: 'application/geo+json' },
    { rel: 'alternate', type: 'text/csv' },
    { rel: 'alternate', type: 'text/csv' },
    { rel: 'alternate', type: 'image/webp' },
  ];
  assert.deepEqual(
    formsOf({ links }).map(({ name, ending }) => [name, ending]),
    [['GeoJSON', 'geojson'], ['CSV (Excel)', 'csv']],
  );
  assert.deepEqual(formsOf({}), []);
});

test('a file of simulated data is called so', () => {
  const job = { processID: 'hotspots', inputs: { filter: { datetime: '2024-01-01/2024-06-30' } }, synthetic: true };
  assert.equal(fileName(job, 'csv'), 'hotspots-2024-01-01-2024-06-30-synthetic.csv');
  assert.equal(fileName({ processID: 'hotspots' }, 'csv'), 'hotspots.csv');
});
