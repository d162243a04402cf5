/** From the view to what key segments are asked, and back from a run to the settings. Pure. */

import { filterOf } from '../../analysis/inputs.js';
import { SETTINGS } from '../../analysis/settings.js';

/** What was seen is seen somewhere: without an end where people were seen, every pair counts alike. */
export const countsWhatWasSeen = ({ origins, destinations }) => [origins, destinations].includes('detections');

export const demandOf = (settings) => (countsWhatWasSeen(settings) ? settings.demand : 'none');

export function inputsOf(view, { period }) {
  const { origins, destinations, travel } = view.settings;
  return {
    origins,
    destinations,
    weight: travel,
    demand: demandOf(view.settings),
    ...(countsWhatWasSeen(view.settings) ? { filter: filterOf(view, period) } : {}),
    ...(view.synthetic === null ? {} : { synthetic: view.synthetic }),
  };
}

export function settingsOf(inputs) {
  const known = (name, value) => (SETTINGS[name].choices.includes(value) ? { [name]: value } : {});
  return { ...known('origins', inputs.origins), ...known('destinations', inputs.destinations), ...known('travel', inputs.weight), ...known('demand', inputs.demand) };
}
