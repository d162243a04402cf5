// What the record form holds, and its way to and from the GeoJSON feature of the API. Pure: no page, no network.

/** The words of a detection, in the order in which they are offered. */
export const WORDS = Object.freeze({
  direction: ['exit', 'entry', 'unknown'],
  setting: ['trail', 'gate', 'river', 'road', 'sea'],
  source: ['patrol', 'sensor', 'report', 'handover'],
  outcome: ['observed', 'turned_back', 'intercepted', 'handed_over'],
  indicators: [
    'no_documents',
    'false_documents',
    'unknown_destination',
    'unrelated_adult',
    'debt',
    'job_offer',
    'marriage_offer',
    'movement_controlled',
    'injury',
    'child_alone',
  ],
});

const HOURS_AHEAD_OF_UTC = 7;
// Where the land border meets the sea: the mouth of the Bắc Luân and Hà Tiên. Only near them can a post see a boat.
const SEA_ENDS = [
  [108.05, 21.52],
  [104.45, 10.42],
];
const COAST_DEGREES = 0.25;

/** Local time of Viet Nam as `2024-06-30T02:40`, whatever the clock of the device is set to. */
export function localMinutes(instant) {
  return new Date(instant.getTime() + HOURS_AHEAD_OF_UTC * 3_600_000).toISOString().slice(0, 16);
}

/** A random UUID, version 4. Browsers keep `randomUUID` for https and localhost; a post may open the page over plain http. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** An empty form: one person, now, and the same defaults as an import has. */
export function newDraft(now, id = newId()) {
  return Object.freeze({
    id,
    version: null,
    sourceRef: `form:${id}`,
    station: null,
    lon: '',
    lat: '',
    accuracyMetres: '',
    observedAt: localMinutes(now),
    exactTime: null,
    persons: '1',
    women: '',
    children: '',
    direction: 'unknown',
    setting: 'trail',
    source: 'patrol',
    outcome: 'observed',
    indicators: Object.freeze([]),
    origin: '',
  });
}

/** The form of a stored detection. What the form cannot show (the seconds, the reference) is carried along. */
export function draftOf(feature) {
  const p = feature.properties;
  const [lon, lat] = feature.geometry.coordinates;
  return Object.freeze({
    id: feature.id,
    version: p.version,
    sourceRef: p.source_ref ?? null,
    station: p.station_derived ? null : (p.station ?? null),
    lon: String(lon),
    lat: String(lat),
    accuracyMetres: text(p.accuracy_m),
    observedAt: localMinutes(new Date(p.observed_at)),
    exactTime: p.observed_at,
    persons: text(p.persons),
    women: text(p.women),
    children: text(p.children),
    direction: p.direction,
    setting: p.setting,
    source: p.source,
    outcome: p.outcome,
    indicators: Object.freeze([...(p.indicators ?? [])]),
    origin: p.origin ?? '',
  });
}

/** The GeoJSON feature that is sent. Call it only with a draft in which `mistakes` found nothing. */
export function featureOf(draft) {
  const sameMinute = draft.exactTime && localMinutes(new Date(draft.exactTime)) === draft.observedAt;
  const properties = {
    source_ref: draft.sourceRef,
    observed_at: sameMinute ? draft.exactTime : `${draft.observedAt}:00+07:00`,
    accuracy_m: decimal(draft.accuracyMetres),
    direction: draft.direction,
    setting: draft.setting,
    source: draft.source,
    outcome: draft.outcome,
    persons: whole(draft.persons),
    women: whole(draft.women),
    children: whole(draft.children),
    indicators: [...draft.indicators],
    origin: draft.origin || null,
    station: draft.station,
  };
  for (const [name, value] of Object.entries(properties)) {
    if (value === null) delete properties[name];
  }
  const coordinates = [decimal(draft.lon), decimal(draft.lat)];
  return { type: 'Feature', id: draft.id, geometry: { type: 'Point', coordinates }, properties };
}

/** The draft with a count moved by one step. The counts keep agreeing: women and children are among the persons. */
export function step(draft, name, by) {
  const next = { ...draft, [name]: String(Math.max(name === 'persons' ? 1 : 0, (whole(draft[name]) ?? 0) + by)) };
  const among = (whole(next.women) ?? 0) + (whole(next.children) ?? 0);
  if (among > (whole(next.persons) ?? 0)) next.persons = String(among);
  return Object.freeze(next);
}

/** What is wrong, in the order of the form: `[{field, key, params}]`, where `key` is a sentence of i18n/record.js. */
export function mistakes(draft, now) {
  return [...positionMistakes(draft), ...timeMistakes(draft, now), ...countMistakes(draft)];
}

/** The kinds of place to offer: the sea only near the ends of the land border, or where it already stands. */
export function settingsAt(draft) {
  const lon = decimal(draft.lon);
  const lat = decimal(draft.lat);
  const coastal = SEA_ENDS.some(([x, y]) => Math.hypot(x - lon, y - lat) < COAST_DEGREES);
  return coastal || draft.setting === 'sea' ? WORDS.setting : WORDS.setting.filter((word) => word !== 'sea');
}

/** The position in the draft as `[lon, lat]`, or null while there is none that could be on the map. */
export function positionOf(draft) {
  return positionMistakes(draft).length ? null : [decimal(draft.lon), decimal(draft.lat)];
}

/** A number written with a point or a decimal comma; null when empty, NaN when it is none. */
export function decimal(written) {
  const trimmed = String(written ?? '').trim();
  return trimmed === '' ? null : Number(trimmed.replace(',', '.'));
}

function whole(written) {
  const trimmed = String(written ?? '').trim();
  if (trimmed === '') return null;
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : NaN;
}

function text(value) {
  return value === null || value === undefined ? '' : String(value);
}

function positionMistakes(draft) {
  const lon = decimal(draft.lon);
  const lat = decimal(draft.lat);
  if (lon === null && lat === null) return [{ field: 'position', key: 'record.error.noPosition' }];
  if (within(lon, 8, 24) && within(lat, 102, 110)) return [{ field: 'lon', key: 'record.error.swapped' }];
  const found = [];
  if (!within(lon, 102, 110)) found.push({ field: 'lon', key: 'record.error.lon' });
  if (!within(lat, 8, 24)) found.push({ field: 'lat', key: 'record.error.lat' });
  const accuracy = decimal(draft.accuracyMetres);
  if (accuracy !== null && !within(accuracy, 0, 50_000)) found.push({ field: 'accuracyMetres', key: 'record.error.accuracy' });
  return found;
}

function timeMistakes(draft, now) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(draft.observedAt)) return [{ field: 'observedAt', key: 'record.error.noTime' }];
  // The same form of text sorts as time does; a minute of grace for a clock that runs ahead.
  const latest = localMinutes(new Date(now.getTime() + 60_000));
  return draft.observedAt.slice(0, 16) > latest ? [{ field: 'observedAt', key: 'record.error.future' }] : [];
}

function countMistakes(draft) {
  const persons = whole(draft.persons);
  if (!(persons >= 1)) return [{ field: 'persons', key: 'record.error.persons' }];
  const wrong = ['women', 'children'].filter((name) => Number.isNaN(whole(draft[name])));
  if (wrong.length) return wrong.map((field) => ({ field, key: 'record.error.count' }));
  const among = (whole(draft.women) ?? 0) + (whole(draft.children) ?? 0);
  return among > persons ? [{ field: 'women', key: 'record.error.among', params: { among, persons } }] : [];
}

function within(value, low, high) {
  return value !== null && value >= low && value <= high;
}
