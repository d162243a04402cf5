/** From the view to what the plan is asked, and back from a run to the view. Pure. */

import { filterOf } from '../analysis/inputs.js';
import { SETTINGS } from '../analysis/settings.js';
import { spanOf } from '../analysis/span.js';

/** Settings by the names of the inputs that carry them where they are not as usual. */
const TERMS = Object.freeze({ days: 'planDays', restHours: 'restHours', dutiesPerWeek: 'dutiesPerWeek', mostPerArea: 'mostPerArea', leastPerStretch: 'leastPerStretch' });

/** All that is known up to the end of the period is learnt from: seasons need years. Null while nobody has said which posts have teams. */
export function inputsOf(view, { period, extent }) {
  const { settings, posts, include, exclude, planFrom } = view;
  if (posts && Object.keys(posts).length === 0) return null;
  const unlessUsual = (name) => (settings[name] === SETTINGS[name].initial ? null : settings[name]);
  const inputs = {
    filter: filterOf(view, spanOf('whole', period, extent)),
    teams: posts ?? settings.teams,
    hours: settings.dutyHours,
    reachMinutes: settings.reachMinutes,
    weight: settings.patrolTravel,
    ...Object.fromEntries(Object.entries(TERMS).map(([input, name]) => [input, unlessUsual(name)])),
    shifts: unlessUsual('shifts')?.split(',') ?? null,
    include: include.length > 0 ? include : null,
    exclude: exclude.length > 0 ? exclude : null,
    from: planFrom,
  };
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null));
}

export function settingsOf(inputs) {
  const known = (name, value) => (SETTINGS[name].choices.includes(value) ? { [name]: value } : {});
  const terms = Object.entries(TERMS).map(([input, name]) => known(name, inputs[input] ?? SETTINGS[name].initial));
  return Object.assign(
    {},
    known('teams', inputs.teams),
    known('dutyHours', inputs.hours),
    known('reachMinutes', inputs.reachMinutes),
    known('patrolTravel', inputs.weight),
    known('shifts', inputs.shifts?.join(',') ?? SETTINGS.shifts.initial),
    ...terms,
  );
}

/** What a run says besides settings. */
export function viewOf({ teams, include = [], exclude = [], from = null }) {
  return { posts: typeof teams === 'object' ? teams : null, include, exclude, planFrom: from };
}

/** What a roster is asked, for the areas of a job. */
export const rosterInputsOf = (job, { draw, caution }) => ({ areas: job.jobID, seed: draw, caution });
