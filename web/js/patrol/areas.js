/** The result as the page looks at it: one feature for each area that was chosen, with all who are to go there. Pure. */

/**
 * `features` are the chosen areas K1, K2 …, polygons by what they add; `properties.posts` who goes there:
 * `{station, shift, teams, adds, minutes, onSiteHours, way}`. `places` are all areas of the border by their id.
 */
export function planAsRead(document) {
  const places = new Map((document.areas?.features ?? []).map((area) => [area.id, area]));
  const chosen = [...places.values()].filter(({ properties }) => properties.rank !== null).sort((a, b) => a.properties.rank - b.properties.rank);
  const features = chosen.map((area) => ({ ...area, properties: { ...area.properties, ...worthOf(area.id, document.features) } }));
  return { ...document, features, places };
}

function worthOf(area, duties) {
  const posts = duties
    .filter(({ properties }) => properties.area === area)
    .map(({ properties: p }) => ({ station: p.station, shift: p.shift, teams: p.teams, adds: p.expected_interceptions, minutes: p.reach_minutes, onSiteHours: p.on_site_hours, way: p.way }));
  const sum = (name) => duties.filter(({ properties }) => properties.area === area).reduce((all, { properties }) => all + properties[name], 0);
  return { posts, expected: sum('expected_interceptions'), low: sum('expected_low'), high: sum('expected_high') };
}

/** The point of the curve for so many teams, or undefined. */
export const pointFor = ({ curve }, teams) => curve.find((point) => point.teams === teams);

/** How many teams the plan is for. */
export const teamsOf = ({ posts }) => posts.reduce((all, { teams }) => all + teams, 0);

/** The roster as rows, a team each: `{team, station, duties}`, by day from 0 the duty or null. */
export function rosterRows({ features, summary }) {
  const teams = Object.keys(summary.duties).sort();
  return teams.map((team) => {
    const duties = Array.from({ length: summary.days }, () => null);
    for (const { properties } of features) if (properties.team === team) duties[properties.day - 1] = properties;
    return { team, station: team.slice(0, team.lastIndexOf('/')), number: team.slice(team.lastIndexOf('/') + 1), duties };
  });
}

/** Areas that were not chosen are named by their kilometres. */
export const shortName = (name) => (/^K\d+$/.test(name) ? name : name.replace(/^[A-Z]+-(\d+)\.\d-(\d+)\.\d$/, '$1–$2'));
