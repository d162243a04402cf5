/** From the view to what the plan is asked, and back from a run to the settings. Pure. */

import { filterOf } from '../analysis/inputs.js';
import { SETTINGS } from '../analysis/settings.js';
import { spanOf } from '../analysis/span.js';

/** All that is known up to the end of the period is learnt from: seasons need years. */
export function inputsOf(view, { period, extent }) {
  const { teams, dutyHours, reachMinutes, patrolTravel } = view.settings;
  return { filter: filterOf(view, spanOf('whole', period, extent)), teams, hours: dutyHours, reachMinutes, weight: patrolTravel };
}

export function settingsOf(inputs) {
  const known = (name, value) => (SETTINGS[name].choices.includes(value) ? { [name]: value } : {});
  return { ...known('teams', inputs.teams), ...known('dutyHours', inputs.hours), ...known('reachMinutes', inputs.reachMinutes), ...known('patrolTravel', inputs.weight) };
}

/** What a roster is asked, for the areas of a job. */
export const rosterInputsOf = (job, { draw, caution }) => ({ areas: job.jobID, seed: draw, caution });
