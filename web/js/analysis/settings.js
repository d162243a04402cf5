/**
 * How analyses are set. All views share one list, so that a cell size or a band stays when the view changes; each
 * follows the settings that mean something to it. Pure.
 *
 * Each setting: `link` is its name in the query of a link, `initial` its value in a fresh view, `choices` what it may be.
 */

const choice = (link, initial, choices) => Object.freeze({ link, initial, choices: Object.freeze(choices) });

export const SETTINGS = Object.freeze({
  /** Distance between the middles of neighbouring cells. */
  cellMetres: choice('cell', 1000, [500, 1000, 1500, 2000, 3000, 4000, 5000]),
  /** Cells up to this far away are neighbours. */
  bandMetres: choice('band', 2000, [500, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 8000, 10000]),
  /** Whether counts are divided by patrol effort; null: where effort is stored. */
  effort: choice('effort', null, [true, false]),
  /** Correction for many places tested at once. */
  correction: choice('correction', 'bh', ['raw', 'bh', 'by', 'bonferroni']),
  /** How far an analysis of time looks back from the last day of the period: all there is, or as the period itself does. */
  span: choice('span', 'whole', ['whole', 'P24M', 'P12M', 'period']),
  /** Length of a step of time. */
  step: choice('step', 'P1M', ['P7D', 'P1M', 'P3M']),
  /** What a cluster is measured against: what is usual at that place and time, or where somebody was looking. */
  statistic: choice('statistic', 'permutation', ['permutation', 'poisson']),
  /** The largest radius of a cluster. */
  maxRadiusMetres: choice('radius', 5000, [5000, 10000, 15000, 20000, 30000]),
  /** The longest time of a cluster; `half` is half of the whole. */
  maxDuration: choice('duration', 'half', ['P1M', 'P3M', 'P6M', 'P12M', 'half']),
  /** What a way costs: time on foot, time by vehicle, or its length. */
  travel: choice('travel', 'travelSeconds', ['travelSeconds', 'walkSeconds', 'driveSeconds', 'metres']),
  /** Where ways begin, and where they end. */
  origins: choice('origins', 'provinces', ['provinces', 'places', 'gates', 'stations', 'detections', 'all']),
  destinations: choice('destinations', 'detections', ['detections', 'gates', 'stations', 'places', 'provinces', 'all']),
  /** How many go from one to the other: as detections say, or one for each pair. */
  demand: choice('demand', 'persons', ['persons', 'detections', 'none']),
  /** How many ways are wished, and how they may be alike. */
  ways: choice('ways', 3, [2, 3, 4, 5, 6, 8, 10]),
  method: choice('method', 'dissimilar', ['dissimilar', 'yen']),
  /** How many teams there are; hours of a duty; minutes from the post at most; how they travel. */
  teams: choice('teams', 6, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20]),
  dutyHours: choice('hours', 8, [4, 5, 6, 7, 8, 9, 10, 11, 12]),
  reachMinutes: choice('reach', 90, [15, 30, 45, 60, 75, 90, 105, 120, 150, 180]),
  patrolTravel: choice('going', 'travelSeconds', ['walkSeconds', 'travelSeconds']),
  /** How long a plan is; when shifts begin; hours of rest between duties; duties of a team in a week. */
  planDays: choice('days', 7, [1, 2, 3, 5, 7, 10, 14, 21, 28]),
  shifts: choice('shifts', '06:00,18:00', ['06:00,18:00', '18:00', '06:00', '22:00', '06:00,14:00,22:00']),
  restHours: choice('rest', 11, [8, 9, 10, 11, 12, 14, 16, 24, 36]),
  dutiesPerWeek: choice('duties', 5, [1, 2, 3, 4, 5, 6, 7]),
  /** Teams in one area and shift at most; teams on the stretch of each station at least. */
  mostPerArea: choice('perarea', 2, [1, 2, 3, 4]),
  leastPerStretch: choice('perstretch', 0, [0, 1, 2]),
  /** Whether a roster guards against somebody who watches, or is for those who don't. */
  caution: choice('caution', 0.8, [0, 0.8, 1]),
  /** Which of the rosters that chance may draw. */
  draw: choice('draw', 1, Array.from({ length: 99 }, (_, i) => i + 1)),
});

export const INITIAL_SETTINGS = Object.freeze(Object.fromEntries(Object.entries(SETTINGS).map(([name, { initial }]) => [name, initial])));

/** What differs from a fresh view, as `[link, text]`, in a fixed order. */
export function settingsToPairs(settings) {
  return Object.entries(SETTINGS)
    .filter(([name, { initial }]) => settings[name] !== initial)
    .map(([name, { link }]) => [link, String(settings[name])]);
}

/** Settings from a link (URLSearchParams); null when it says none. What is no choice is left out. */
export function settingsFromQuery(given) {
  const found = Object.entries(SETTINGS).flatMap(([name, { link, choices }]) => {
    const text = given.get(link);
    const value = text === null ? undefined : choices.find((each) => String(each) === text);
    return value === undefined ? [] : [[name, value]];
  });
  return found.length === 0 ? null : Object.freeze({ ...INITIAL_SETTINGS, ...Object.fromEntries(found) });
}
