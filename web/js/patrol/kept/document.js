/** A stored plan as the page looks at it: its areas as areas.js has a result, its roster as roster-table.js shows one. Pure. */

import { shortName } from '../areas.js';

/**
 * `features`: the areas K1, K2 … and after them the others to which the roster sends somebody, each with `posts` who goes there when and
 * how often; `summary` as that of a result, but what the roster stops for its value; `places` all areas by their id.
 */
export function planAsResult(plan) {
  const places = new Map(plan.areas.features.map((area) => [area.id, area]));
  const used = new Set(plan.assignments.map(({ area }) => area));
  const ranked = [...places.values()].filter(({ properties }) => properties.rank !== null).sort((a, b) => a.properties.rank - b.properties.rank);
  const others = [...places.values()].filter(({ id, properties }) => properties.rank === null && used.has(id)).sort((a, b) => a.properties.from_km - b.properties.from_km);
  const { value, low, high } = { value: plan.worth.expected, low: plan.worth.low, high: plan.worth.high };
  return {
    features: [...ranked, ...others].map((area) => ({ ...area, properties: { ...area.properties, name: shortName(area.properties.name), posts: postsOf(area, plan) } })),
    places,
    summary: { ...plan.result, value, low, high, best: plan.result.value, posts: plan.posts, shifts: plan.shifts, terms: plan.terms, from: plan.from, days: plan.days, reachMinutes: plan.terms.reach_minutes, forecast: plan.forecast },
  };
}

/** Who goes to an area, by post and shift. */
function postsOf({ id, properties }, plan) {
  const found = new Map();
  for (const { team, shift } of plan.assignments.filter(({ area }) => area === id)) {
    const station = stationOf(team);
    const key = `${station} ${shift}`;
    const known = found.get(key) ?? { station, shift, duties: 0, minutes: properties.reach[station], way: properties.ways[station] ?? [] };
    found.set(key, { ...known, duties: known.duties + 1 });
  }
  return [...found.values()].sort((a, b) => b.duties - a.duties);
}

const stationOf = (team) => team.slice(0, team.lastIndexOf('/'));

/** The roster as a result has it: features with a duty each, and duties by team. */
export function rosterOf(plan) {
  const places = new Map(plan.areas.features.map((area) => [area.id, area.properties]));
  const shifts = new Map(plan.shifts.map((shift) => [shift.number, shift]));
  const duties = Object.fromEntries(plan.teams.map(({ code }) => [code, plan.assignments.filter(({ team }) => team === code).length]));
  const features = plan.assignments.map((duty) => {
    const { from, until } = shifts.get(duty.shift);
    return { properties: { ...duty, area_name: places.get(duty.area).name, shift_from: from, shift_until: until } };
  });
  return { features, summary: { from: plan.from, days: plan.days, duties } };
}

/** The places of the roster that somebody changed by hand: `day team`. */
export const changedPlaces = ({ changes }) => new Set(changes.map(({ day, team }) => `${day} ${team}`));

/** Areas that a team may be sent to, the nearest first: `{id, name, from_km, to_km, minutes}`. */
export function reachable(plan, team) {
  const station = stationOf(team);
  return plan.areas.features
    .filter(({ properties }) => properties.reach[station] <= plan.terms.reach_minutes)
    .map(({ id, properties: p }) => ({ id, name: p.name, from_km: p.from_km, to_km: p.to_km, rank: p.rank, minutes: p.reach[station] }))
    .sort((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || a.minutes - b.minutes);
}
