/** Taking a result away: which form it has and what each is good for. */

import { jobFile } from '../../analysis/jobs.js';
import { describe, notice, openDialog } from '../../dialog.js';
import { el, icon } from '../../dom.js';
import { t } from '../../i18n/index.js';
import { save } from '../../save.js';
import { fileName, formsOf } from './forms.js';
import { periodOfJob } from './times.js';
import { titleOf } from './words.js';

export function openDownloads(job) {
  const take = async ({ type, ending }, button) => {
    button.disabled = true;
    try {
      save(await jobFile(job.jobID, type), fileName(job, ending));
    } catch (problem) {
      notice(describe(problem), 'bad');
    }
    button.disabled = false;
  };
  const line = (form) => {
    const button = el('button', { type: 'button', class: 'button' }, icon('download', 16), form.name);
    button.addEventListener('click', () => take(form, button));
    return el('li', { class: 'download' }, button, el('span', { class: 'muted' }, t(`download.${form.ending}`)));
  };
  openDialog({
    title: t('past.download'),
    className: 'narrow',
    body: [el('p', {}, [titleOf(job), periodOfJob(job)].filter(Boolean).join(', ')), job.synthetic && el('p', { class: 'note warn' }, t('download.synthetic')), el('ul', {}, formsOf(job).map(line))],
  });
}
