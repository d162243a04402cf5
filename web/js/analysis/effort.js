/** Whether there is anything to divide by. */

import { get } from '../api.js';

/** One section for each line: only whether there are hours at all is asked. */
const WHOLE_LINE_METRES = 500_000;

/** True when hours of patrols or sensors are stored along one of `neighbours`, of the kind of data that `view` shows. */
export async function hasAnyEffort({ synthetic }, neighbours) {
  for (const borderWith of neighbours) {
    const { patrol_hours: patrols, sensor_hours: sensors } = await get('/api/summary/effort', { query: { borderWith, synthetic, sectionMetres: WHOLE_LINE_METRES } });
    if ([...patrols, ...sensors].flat().some((hours) => hours > 0)) return true;
  }
  return false;
}
