/** The cells of a Gi* result as a table: what the map says, in the order of n and p, and what is unknown at the end. */

import { formatKm, formatNumber, formatRate, t } from '../../i18n/index.js';
import { stationNameAt } from '../parts.js';
import { correctionOf, kindOf, rankCells } from './kinds.js';
import { formatP, kindWords, unitWords } from './words.js';

export function giTables({ features, summary }, { view, base }) {
  const correction = correctionOf(view);
  const byEffort = summary.exposure === 'effort';
  const known = rankCells(features, correction, byEffort);
  const listed = new Set(known);
  const columns = ['table.place', 'station', 'gi.class', 'gi.z', 'gi.p', null, 'unit.detections', 'unit.persons', byEffort && 'unit.hours'];
  return [
    {
      caption: t('gi.table', { n: features.length }),
      columns: columns.filter((key) => key !== false).map((key) => (key === null ? unitWords(summary) : t(key))),
      rows: [...known, ...features.filter((feature) => !listed.has(feature))].map((feature) => row(feature.properties, { words: kindWords(kindOf(feature.properties, correction, byEffort), summary), isKnown: listed.has(feature), base, byEffort })),
      numeric: 3,
    },
  ];
}

const number = (value, format) => (value === null || value === undefined ? '' : format(value));

/** Where hardly anybody looked, a rate and its score say nothing. */
const row = (p, { words, isKnown, base, byEffort }) => [
  number(p.border_km, formatKm),
  stationNameAt(p, base),
  words,
  number(isKnown ? p.giz : null, (z) => formatNumber(z, 2)),
  number(isKnown ? p.p : null, formatP),
  number(isKnown ? p.value : null, formatRate),
  number(p.detections, formatNumber),
  number(p.persons, formatNumber),
  ...(byEffort ? [number(p.patrol_hours, (hours) => formatNumber(hours, 1))] : []),
];
