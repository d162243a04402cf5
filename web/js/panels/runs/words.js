/** What a job is and under which conditions, for lists and headings. */

import { conditionsOf } from '../../analysis/inputs.js';
import { analysisOfProcess } from '../../analysis/views.js';
import { currentLanguage, t } from '../../i18n/index.js';
import { INITIAL } from '../../state.js';
import { conditionsInWords } from '../conditions-words.js';

/** The title that the server gave, else the name of the view. */
export const titleOf = (job) => (currentLanguage() === 'vi' ? job.titleVi : job.title) ?? analysisOfProcess(job.processID).title();

/** The conditions of a job's filter besides its period, none without a filter; where the page has no words for them, that there are some. */
export function conditionsOfJob({ inputs = {} }, base) {
  if (!inputs.filter && !inputs.features) return '';
  const conditions = conditionsOf(inputs);
  return conditions ? conditionsInWords({ ...INITIAL, ...conditions }, base) : t('conditions.others');
}
