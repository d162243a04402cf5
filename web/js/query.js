/** From the view to the queries of the API. Each answer on screen says by its flags which conditions it follows. */

import { LIST_FILTERS } from './state.js';
import { halfYearOf } from './time.js';

/** The period in force: the one chosen, or the last half-year that has data. `extent` as `/api/summary/extent` says. */
export function periodOf(view, extent) {
  if (view.from && view.to) return { from: view.from, to: view.to };
  const { from, to } = halfYearOf(extent.to);
  return { from, to };
}

/** Conditions other than time and place. */
export function conditions(view) {
  const query = {};
  for (const name of LIST_FILTERS) if (view[name].length > 0) query[name] = view[name];
  if (view.persons) query.persons = view.persons;
  if (view.synthetic !== null) query.synthetic = view.synthetic;
  return query;
}

/** How many conditions are set, for the button that opens them. */
export const conditionCount = (view) => Object.keys(conditions(view)).filter((name) => name !== 'synthetic').length;

/** The stretch as border conditions; nothing when none is chosen. */
export function stretchQuery(stretch) {
  return stretch ? { borderWith: stretch.with, borderKm: `${stretch.fromKm}/${stretch.toKm}` } : {};
}

/** Everything that decides which detections are meant: conditions, period, stretch. */
export function fullQuery(view, period) {
  return { ...conditions(view), datetime: `${period.from}/${period.to}`, ...stretchQuery(view.stretch) };
}

/** What a heat tile or its legend needs besides the filter. */
export function heatQuery(view, period, theme) {
  return { ...fullQuery(view, period), weight: view.weight, bandwidthMetres: view.bandwidthMetres, theme };
}

/** A bounding box as the API wants it, with a precision of about a metre. */
export const bboxText = ({ west, south, east, north }) => [west, south, east, north].map((degrees) => degrees.toFixed(5)).join(',');
