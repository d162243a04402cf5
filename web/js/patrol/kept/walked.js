/** What was walked of a plan beside what was planned, and what came of it. */

import { isAbort } from '../../api.js';
import { notice, openDialog } from '../../dialog.js';
import { el, icon } from '../../dom.js';
import { currentLanguage, formatDate, formatNumber, t } from '../../i18n/index.js';
import { gridTable } from '../../panels/grid-table.js';
import { addDays } from '../../time.js';
import { teamWords } from '../roster-table.js';
import { readWalked } from './requests.js';
import { dutyWords, planProblem } from './words.js';

const STATES = ['covered', 'partly', 'missed', 'to_come'];

export async function openWalked(plan) {
  try {
    const walked = await readWalked(plan);
    openDialog({ title: t('walked.title', { name: plan.name }), className: 'walked-dialog', body: [head(plan, walked), gridTable(dutiesTable(plan, walked))] });
  } catch (problem) {
    if (!isAbort(problem)) notice(planProblem(problem), 'bad');
  }
}

function head(plan, { summary, synthetic }) {
  const hours = (minutes) => formatNumber(minutes / 60, minutes < 6000 ? 1 : 0);
  return [
    synthetic && el('p', {}, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    el('p', { class: 'walked-verdict' }, icon(summary.verdict === 'fewer' ? 'warning' : 'check', 16), summary[currentLanguage() === 'en' ? 'verdict_en' : 'verdict_vi']),
    summary.verdict !== 'too_early' && el('p', { class: 'muted' }, t('walked.likely', { low: formatNumber(summary.likely_low), high: formatNumber(summary.likely_high), seen: summary.seen_persons, groups: summary.seen_detections })),
    el('ul', { class: 'walked-counts' }, STATES.map((state) => el('li', {}, el('b', { class: 'n' }, formatNumber(summary[state])), ' ', t(`walked.${state}`)))),
    el('p', { class: 'muted' }, t('walked.hours', { seen: hours(summary.minutes_seen), planned: hours(summary.minutes_planned) })),
  ];
}

function dutiesTable(plan, { duties }) {
  const rows = duties.map((duty) => [
    formatDate(addDays(plan.from, duty.day - 1)),
    teamWords(duty.team, plan),
    dutyWords(duty, plan),
    t(`walked.${duty.status}`),
    formatNumber(duty.minutes_planned),
    duty.status === 'to_come' ? '' : formatNumber(duty.minutes_seen),
  ]);
  return { caption: t('walked.duties'), columns: [t('walked.day'), t('roster.team'), t('walked.duty'), t('walked.state'), t('walked.planned'), t('walked.seen')], rows, numeric: 4 };
}
