/** A job in words, for lists and headings. */

import { conditionsOf } from '../../analysis/inputs.js';
import { analysisOfProcess } from '../../analysis/views.js';
import { currentLanguage, formatDate, formatNumber, t } from '../../i18n/index.js';
import { inLanguage } from '../../message.js';
import { INITIAL } from '../../state.js';
import { dayOf, timeOfDay } from '../../time.js';
import { conditionsInWords } from '../conditions-words.js';
import { periodName } from '../period.js';

/** The title that the server gave, else the name of the view. */
export const titleOf = (job) => (job.title ? inLanguage(job.title, currentLanguage()) : analysisOfProcess(job.processID).title());

/** The period of a job's filter by its name; empty when it has none. */
export function periodOfJob({ inputs }) {
  const days = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(inputs?.filter?.datetime ?? '');
  return days ? periodName({ from: days[1], to: days[2] }) : '';
}

/** The other conditions of a job's filter; what the page has no words for is named. */
export function conditionsOfJob({ inputs = {} }, base) {
  const conditions = conditionsOf(inputs);
  return conditions ? conditionsInWords({ ...INITIAL, ...conditions }, base) : t('conditions.others');
}

/** `hôm nay 14:20`, `24/11/2026 09:05`. */
export function whenWords(time, now = new Date()) {
  const day = dayOf(time) === dayOf(now) ? t('today') : formatDate(time);
  return `${day} ${timeOfDay(time)}`;
}

/** How long it took: `0,4 giây`, `35 giây`, `4 phút`; null for one that never began. */
export function tookWords({ started, finished }) {
  if (!started || !finished) return null;
  const seconds = Math.max(0, (Date.parse(finished) - Date.parse(started)) / 1000);
  if (seconds < 9.95) return t('took.seconds', { count: seconds.toFixed(1) === '1.0' ? 1 : formatNumber(Math.max(0.1, seconds), 1) });
  return seconds < 100 ? t('took.seconds', { count: Math.round(seconds) }) : t('took.minutes', { count: Math.round(seconds / 60) });
}
