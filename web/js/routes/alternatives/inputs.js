/** From the view to what is asked of ways between two places, and back from a run to the view. Pure. */

import { SETTINGS } from '../../analysis/settings.js';

export function inputsOf({ start, end, settings, synthetic }) {
  if (!start || !end) return null;
  const { ways, method, travel } = settings;
  return { from: start, to: end, k: ways, method, weight: travel, ...(synthetic === null ? {} : { synthetic }) };
}

export function settingsOf({ k, method, weight }) {
  const known = (name, value) => (SETTINGS[name].choices.includes(value) ? { [name]: value } : {});
  return { ...known('ways', k), ...known('method', method), ...known('travel', weight) };
}

/** A run holds its own ends, which the view takes over with it. */
export const viewOf = ({ from, to }) => (Array.isArray(from) && Array.isArray(to) ? { start: from, end: to } : {});
