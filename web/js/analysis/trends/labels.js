/** The 17 labels of an emerging hotspot, grouped so that a map of them can be read. Pure. */

export const NO_PATTERN = 'no pattern detected';

/** In the order of a legend: what is coming up, what stays, what goes. */
export const PATTERNS = ['new', 'consecutive', 'intensifying', 'persistent', 'sporadic', 'oscillating', 'diminishing', 'historical'];
export const FAMILIES = ['hot', 'cold'];

/** Coming up is drawn strongest, going weakest. */
const TONES = { new: 3, consecutive: 3, intensifying: 3, persistent: 2, sporadic: 2, oscillating: 2, diminishing: 1, historical: 1 };

/** Every label as the results write it, in the order of a legend. */
export const LABELS = [...FAMILIES.flatMap((family) => PATTERNS.map((pattern) => labelOf(family, pattern))), NO_PATTERN];

/** `labelOf('hot', 'new')` is `new hot spot`. */
export function labelOf(family, pattern) {
  return `${pattern} ${family} spot`;
}

/** `{family, pattern, tone}`: `hot` or `cold`, one of the patterns, 1 to 3. Family and pattern are null, tone 0, where there is none. */
export function readLabel(label) {
  const [, pattern, family] = /^(\w+) (hot|cold) spot$/.exec(label) ?? [];
  if (!(pattern in TONES)) return { family: null, pattern: null, tone: 0 };
  return { family, pattern, tone: TONES[pattern] };
}

/** The key of the words of a label: `trends.hot.new`; `trends.none`. */
export function wordKey(label) {
  const { family, pattern } = readLabel(label);
  return family ? `trends.${family}.${pattern}` : 'trends.none';
}
