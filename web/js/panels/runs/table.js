/** A result as a table for spreadsheets, saved at once. */

import { jobFile } from '../../analysis/jobs.js';
import { announce, notice } from '../../dialog.js';
import { t } from '../../i18n/index.js';
import { save } from '../../save.js';
import { fileName } from './forms.js';

export async function takeTable(job) {
  try {
    save(await jobFile(job.jobID, 'text/csv'), fileName(job, 'csv'));
    announce(t('dock.csv.done'));
  } catch (problem) {
    notice(problem);
  }
}
