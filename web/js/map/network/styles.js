/** How each class of way is drawn: roads grey with a pale casing, trails dashed. Pure. */

const MAJOR = ['motorway', 'trunk', 'primary'];
const MIDDLE = ['secondary', 'tertiary'];
const TRAILS = ['path', 'footway', 'bridleway', 'steps', 'track', 'cycleway'];

/** Kinds from below: those drawn later lie above. `width` and `casing` in CSS pixels, `dash` in CSS pixels or null. */
const KINDS = Object.freeze({
  trail: { colour: 'trail', width: 1.1, casing: 0, dash: [3.5, 2.5] },
  minor: { colour: 'road', width: 1.4, casing: 1.2, dash: null },
  middle: { colour: 'road', width: 2.2, casing: 1.6, dash: null },
  major: { colour: 'road', width: 3.2, casing: 1.8, dash: null },
});

export const KINDS_FROM_BELOW = Object.freeze(Object.keys(KINDS));

/** The kind of a class of ways. */
export function kindOf(wayClass) {
  const base = String(wayClass ?? '').replace(/_link$/, '');
  if (MAJOR.includes(base)) return 'major';
  if (MIDDLE.includes(base)) return 'middle';
  return TRAILS.includes(base) ? 'trail' : 'minor';
}

/** From afar ways are thinner, as many lie side by side; close by they have room. */
export function styleAt(kind, zoom) {
  const scale = zoom < 9 ? 0.6 : zoom < 11 ? 0.8 : zoom < 14 ? 1 : 1.6;
  const { colour, width, casing, dash } = KINDS[kind];
  return { colour, width: width * scale, casing: casing * scale, dash };
}
