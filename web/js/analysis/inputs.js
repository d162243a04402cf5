/** From the view to the inputs of a process, and back from the inputs of a job to the view. Pure. */

import { conditions, stretchQuery } from '../query.js';
import { INITIAL, LIST_FILTERS } from '../state.js';

/** The `filter` of a process: conditions, period and stretch, in the words that a query has too. */
export function filterOf(view, period) {
  const given = { ...conditions(view), datetime: `${period.from}/${period.to}`, ...stretchQuery(view.stretch) };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]));
}

/** Whether two jobs were asked the same. The order of members is of no matter, nor whether one is null or left out. */
export const sameInputs = (a, b) => canonical(a) === canonical(b);

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return `{${members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`;
}

/**
 * The conditions of a job as a patch of the view, so that everything beside its result speaks of the same detections;
 * null when the page can't say them: a box, signs, or features that came with the question.
 */
export function conditionsOf(inputs) {
  const { datetime, borderWith, borderKm, persons = null, synthetic = null, ...rest } = inputs.filter ?? {};
  const days = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(datetime ?? '');
  const kilometres = /^([\d.]+)\/([\d.]+)$/.exec(borderKm ?? '');
  const lists = Object.fromEntries(LIST_FILTERS.map((name) => [name, rest[name] ? String(rest[name]).split(',') : []]));
  const unknown = Object.keys(rest).some((name) => !LIST_FILTERS.includes(name));
  if (!days || unknown || inputs.features || Boolean(borderWith) !== Boolean(kilometres)) return null;
  return {
    from: days[1],
    to: days[2],
    ...lists,
    persons,
    synthetic,
    stretch: kilometres ? { with: borderWith, fromKm: Number(kilometres[1]), toKm: Number(kilometres[2]) } : null,
    // On the network `weight` is what a way costs.
    weight: ['persons', 'detections'].includes(inputs.weight) ? inputs.weight : INITIAL.weight,
  };
}
