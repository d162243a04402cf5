/** Which time a run speaks of, when it was, and how long it took, in words. */

import { formatDate, formatNumber, t } from '../../i18n/index.js';
import { dayOf, timeOfDay } from '../../time.js';
import { periodName } from '../period.js';

/** The period of a job's filter by its name; empty when it has none. */
export function periodOfJob({ inputs }) {
  const days = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(inputs?.filter?.datetime ?? '');
  return days ? periodName({ from: days[1], to: days[2] }) : '';
}

/** `hôm nay 14:20`, `24/11/2026 09:05`. */
export function whenWords(time, now = new Date()) {
  const day = dayOf(time) === dayOf(now) ? t('today') : formatDate(time);
  return `${day} ${timeOfDay(time)}`;
}

/** How long it took: `0,4 giây`, `35 giây`, `4 phút`; null for one that never began. */
export function tookWords({ started, finished }) {
  if (!started || !finished) return null;
  const seconds = Math.max(0.1, (Date.parse(finished) - Date.parse(started)) / 1000);
  if (seconds >= 100) return t('took.minutes', { count: Math.round(seconds / 60) });
  return t('took.seconds', { count: formatNumber(seconds, seconds < 9.95 ? 1 : 0) });
}
