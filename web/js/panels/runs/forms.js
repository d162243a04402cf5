/** The forms in which a result can be taken away, and what their files are called. */

const FORMS = {
  'application/geo+json': ['geojson', 'GeoJSON'],
  'application/json': ['json', 'JSON'],
  'text/csv': ['csv', 'CSV (Excel)'],
  'image/tiff; application=geotiff': ['tif', 'GeoTIFF'],
};

/** Forms of a job's result by its links. */
export function formsOf({ links = [] }) {
  const results = links.filter(({ rel }) => /\/results$/.test(rel) || rel === 'alternate');
  const types = [...new Set(results.map(({ type }) => type))].filter((type) => FORMS[type]);
  return types.map((type) => ({ type, ending: FORMS[type][0], name: FORMS[type][1] }));
}

/** `hotspots-2024-01-01-2024-06-30-synthetic.csv`. */
export function fileName({ processID, inputs, synthetic }, ending) {
  const period = (inputs?.filter?.datetime ?? '').replaceAll('/', '-').replace(/[^\d-]/g, '');
  return `${[processID, period, synthetic && 'synthetic'].filter(Boolean).join('-')}.${ending}`;
}
