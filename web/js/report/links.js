/** Where a figure of a report leads: to the map, to another report, or to the counts behind it. Pure. */

import { daysOf } from './periods.js';

const SOURCES = ['patrol_detections', 'patrol_rate'];
const KINDS = { exit: 'direction', entry: 'direction', trail: 'setting', gate: 'setting', river: 'setting', road: 'setting', sea: 'setting' };
const NEUTRAL = { direction: [], setting: [], source: [], outcome: [], station: [], persons: null, stretch: null, chosen: null, compare: null, job: null, selected: null, map: null };

/**
 * What has to change in the view to see what is behind the line `code` of the report of `period`, and `weight` in which it counts;
 * null where it is counts of units.
 */
export function viewBehind(code, period) {
  const map = { ...NEUTRAL, bench: 'hotspots', view: 'density', ...daysOf(period) };
  if (SOURCES.includes(code)) return { ...map, weight: 'detections', source: ['patrol'] };
  if (code.startsWith('patrol_') || code === 'sensor_hours') return { ...map, view: 'gi' };
  if (code.startsWith('unit_')) return { unit: code.slice(5), issue: null };
  const match = /^detections(?:_([a-z]+?))?(_persons)?$/.exec(code);
  if (!match) return null;
  const [, kind, persons] = match[1] === 'persons' ? [null, undefined, true] : match;
  const filter = kind && KINDS[kind] ? { [KINDS[kind]]: [kind] } : {};
  return { ...map, ...filter, weight: persons ? 'persons' : 'detections' };
}

/** The same for a stretch such as `CN/1151/1153`, in kilometres. */
export function viewOfStretch(text, period) {
  const [line, from, to] = text.split('/');
  return { ...NEUTRAL, bench: 'hotspots', view: 'density', ...daysOf(period), stretch: { with: line, fromKm: Math.max(0, Number(from) - 1), toKm: Number(to) + 1 } };
}
