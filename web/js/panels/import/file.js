// What can be said of a file before it is sent. Pure.

const MEDIA_TYPES = {
  csv: 'text/csv',
  txt: 'text/csv',
  tsv: 'text/csv',
  geojson: 'application/geo+json',
  json: 'application/geo+json',
  gpx: 'application/gpx+xml',
};

/** The columns that a CSV of detections may have, in the order in which the template gives them. */
export const COLUMNS = [
  'source_ref', 'observed_at', 'lon', 'lat', 'accuracy_m', 'direction', 'setting', 'source', 'outcome',
  'persons', 'women', 'children', 'indicators', 'station', 'origin',
];

/** Media type by the end of the name; null when the server would not know what to do with it. */
export function mediaTypeOf(name) {
  return MEDIA_TYPES[/\.([a-z]+)$/i.exec(name)?.[1].toLowerCase()] ?? null;
}

/** `[amount, unit, decimals]` of a size: `[2.1, 'MB', 1]`. */
export function sizeOf(bytes) {
  if (bytes < 1_000) return [bytes, 'B', 0];
  if (bytes < 1_000_000) return [bytes / 1_000, 'kB', 0];
  return [bytes / 1_000_000, 'MB', bytes < 10_000_000 ? 1 : 0];
}

/** The column names and one row that shows the form of each value. */
export function templateCsv() {
  const row = ['TT-0001', '2024-06-30T02:40:00+07:00', '106.702', '21.985', '25', 'exit', 'trail', 'patrol', 'turned_back', '4', '2', '1', 'no_documents;debt', '', ''];
  return `\ufeff${COLUMNS.join(',')}\r\n${row.join(',')}\r\n`;
}
