/**
 * Where somebody looked, and where nobody did: hours of patrol by section of the border, as `/api/summary/effort` says them.
 * What it doesn't list had none. Pure.
 */

/** Below so many patrol hours in a period, no detection says nothing. */
export const HARDLY_HOURS = 14;

/** True when the document says anything: without any stored patrol, nothing can be said of a place without. */
export const knowsPatrols = (effort) => Boolean(effort?.patrol_hours?.some((row) => row.some((hours) => hours > 0)));

/**
 * `hoursAt(fromKm, period)` of an effort document; `period` is the first day of a step, or left out for the sum over all.
 * Null when it is of another line or of other sections than `profile`.
 */
export function patrolHours(effort, { borderWith, sectionMetres }) {
  if (!knowsPatrols(effort) || effort.borderWith !== borderWith || effort.sectionMetres !== sectionMetres) return null;
  const rows = new Map(effort.sections.map(({ fromKm }, i) => [fromKm, effort.patrol_hours[i]]));
  const columns = new Map((effort.periods ?? []).map((day, j) => [day, j]));
  return (fromKm, period) => {
    const row = rows.get(fromKm) ?? [];
    return period === undefined ? row.reduce((sum, hours) => sum + hours, 0) : (row[columns.get(period)] ?? 0);
  };
}

/** Which cells of a kilometre by month matrix had no patrol at all: `[[row, column], ...]`; none when nothing is known. */
export function unpatrolledCells(effort, profile) {
  const hoursAt = patrolHours(effort, profile);
  if (!hoursAt) return [];
  return profile.sections.flatMap(({ fromKm }, i) => profile.periods.flatMap((period, j) => (hoursAt(fromKm, period) > 0 ? [] : [[i, j]])));
}

/** The sections of `profile` with fewer patrol hours than it takes to know anything. */
export function hardlyPatrolled(effort, profile) {
  const hoursAt = patrolHours(effort, profile);
  return hoursAt ? profile.sections.filter(({ fromKm }) => hoursAt(fromKm) < HARDLY_HOURS) : [];
}

/**
 * How many kilometres of `stretch` (`{with, fromKm, toKm}`) had no patrol, and how many under `HARDLY_HOURS` (those
 * without any among them): `{withoutKm, hardlyKm, hours, lengthKm}`; null when nothing is known of it.
 */
export function patrolGaps(effort, stretch) {
  const hoursAt = effort && stretch && patrolHours(effort, { borderWith: stretch.with, sectionMetres: effort.sectionMetres });
  if (!hoursAt) return null;
  const sectionKm = effort.sectionMetres / 1000;
  const gaps = { withoutKm: 0, hardlyKm: 0, hours: 0, lengthKm: stretch.toKm - stretch.fromKm };
  for (let km = Math.floor(stretch.fromKm / sectionKm) * sectionKm; km < stretch.toKm; km += sectionKm) {
    const hours = hoursAt(km);
    const length = Math.min(stretch.toKm, km + sectionKm) - Math.max(stretch.fromKm, km);
    if (hours === 0) gaps.withoutKm += length;
    if (hours < HARDLY_HOURS) gaps.hardlyKm += length;
    gaps.hours += hours;
  }
  return gaps;
}

/**
 * What patrols found per 100 patrol hours in the section that begins at `fromKm`; null where too little was patrolled to
 * tell. `found` is the profile of what patrols alone have found: other sources don't depend on their hours.
 */
export function ratePer100Hours(effort, found, fromKm, weight) {
  const hoursAt = found && patrolHours(effort, found);
  if (!hoursAt) return null;
  const hours = hoursAt(fromKm);
  if (hours < HARDLY_HOURS) return null;
  const section = found.sections.find((each) => each.fromKm === fromKm);
  return (100 * (section?.[weight] ?? 0)) / hours;
}
