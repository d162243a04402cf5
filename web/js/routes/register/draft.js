/** What the form of a route holds, from a stored route and back. Pure. */

import { EVIDENCE, STATUSES } from './statuses.js';

const CODE = /^[A-Z0-9-]{2,20}$/;
const NAME_LENGTH = 120;
const PLACE_LENGTH = 80;
const MOST_TRANSIT = 20;
/** Letters, digits and the signs that stand in names of places; with one letter at least. */
const PLACE = /^(?=.*\p{L})[\p{L}\p{M}\p{Nd} .,'’()/\-–→]+$/u;
/** Six digits in a row are the number of a person or a telephone, not of a road. */
const LONG_NUMBER = /\p{Nd}([ .-]?\p{Nd}){5}/u;

/** A new route is suspected until somebody confirms it. */
export const newDraft = (code = '') => Object.freeze({ id: null, version: null, code, name: '', status: 'suspected', origin: '', transit: '', destination: '', evidence: [] });

/** Transit places are typed in one line, parted by semicolons. */
export function draftOf({ id, properties: p }) {
  return Object.freeze({
    id,
    version: p.version,
    code: p.code,
    name: p.name,
    status: p.status,
    origin: p.origin ?? '',
    transit: (p.transit ?? []).join('; '),
    destination: p.destination ?? '',
    evidence: p.evidence ?? [],
  });
}

/** The body of a POST or PUT. What the form has no field for comes from `stored`: the properties of the route before, or `{synthetic}` of a new one. */
export function featureOf(draft, geometry, stored = {}) {
  const kept = { synthetic: stored.synthetic, detections: stored.detections };
  const properties = {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    code: codeOf(draft),
    name: tidy(draft.name),
    status: draft.status,
    origin: tidy(draft.origin) || null,
    transit: transitOf(draft),
    destination: tidy(draft.destination) || null,
    evidence: EVIDENCE.filter((kind) => draft.evidence.includes(kind)),
  };
  return { type: 'Feature', geometry, properties };
}

/** What can be seen here already to be wrong: `[{field, key, params}]`, in the order of the form. `lack` as in draw/path.js. */
export function mistakes(draft, lack) {
  const found = [];
  const say = (field, key, params = {}) => found.push({ field, key: `route.error.${key}`, params });
  const places = (field, texts, length) => {
    if (texts.some((text) => text.length > length)) say(field, 'long', { count: length });
    else if (!texts.every(isPlace)) say(field, 'place');
  };
  const transit = transitOf(draft);
  if (lack) say('line', lack === 'empty' ? 'noLine' : 'shortLine');
  if (!CODE.test(codeOf(draft))) say('code', 'code');
  if (!STATUSES.includes(draft.status)) say('status', 'status');
  if (tidy(draft.name) === '') say('name', 'name');
  else places('name', [tidy(draft.name)], NAME_LENGTH);
  places('origin', [tidy(draft.origin)].filter(Boolean), PLACE_LENGTH);
  if (transit.length > MOST_TRANSIT) say('transit', 'manyPlaces', { count: MOST_TRANSIT });
  else places('transit', transit, PLACE_LENGTH);
  places('destination', [tidy(draft.destination)].filter(Boolean), PLACE_LENGTH);
  return found;
}

/** The next free code after those in use: `LS-07` after `LS-06`; for the first, none. */
export function nextCode(codes) {
  const numbered = codes.map((code) => /^(.*?)(\d+)$/.exec(code)).filter(Boolean);
  if (numbered.length === 0) return '';
  const [, prefix, digits] = numbered.reduce((a, b) => (Number(b[2]) > Number(a[2]) ? b : a));
  return prefix + String(Number(digits) + 1).padStart(digits.length, '0');
}

/** Whether anything differs from where the form began. */
export const differs = (draft, before) => JSON.stringify(draft) !== JSON.stringify(before);

const isPlace = (text) => PLACE.test(text) && !LONG_NUMBER.test(text);
const codeOf = (draft) => tidy(draft.code).toUpperCase();
const transitOf = (draft) => draft.transit.split(/[;\n]/).map(tidy).filter(Boolean);
const tidy = (text) => text.normalize('NFC').trim().replace(/\s+/g, ' ');
