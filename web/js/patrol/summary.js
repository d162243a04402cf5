/** The panel at the right while nothing is chosen: what the plan is worth, what one team more adds, the areas, and checks. */

import { keyValues } from '../analysis/parts.js';
import { el, icon } from '../dom.js';
import { formatDate, formatNumber, t } from '../i18n/index.js';
import { openTable } from '../panels/table-dialog.js';
import { pending } from '../routes/pending.js';
import { pointFor, teamsOf } from './areas.js';
import { curveChart } from './curve.js';
import { askRoster, rosterChecks } from './roster.js';
import { curveTable } from './tables.js';
import { personsWords, postWords, proofWords, stretchWords, unitWords } from './words.js';

const CHART = { width: 296, height: 186 };

/** Sections for a result as the workbench has it, or for none; `keep()` makes a stored plan of it, or null; `byPost()` goes on with its teams. */
export function planSummary(result, view, { choose, byPost, keep }) {
  if (!result) return el('section', {}, el('h2', {}, t('plan.expected')), el('p', { class: 'muted' }, t('plan.none')));
  const { document, job } = result;
  const { summary } = document;
  return [
    el(
      'section',
      {},
      el('h2', {}, t('plan.expected')),
      el('p', {}, el('span', { class: 'plan-value' }, personsWords(summary.value)), ' ', unitWords(summary)),
      el('p', { class: 'muted small' }, t('plan.interval', { low: personsWords(summary.low), high: personsWords(summary.high) })),
      el('p', { class: 'plan-proof' }, summary.status === 'optimal' && icon('check', 15), proofWords(summary)),
      job.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    ),
    keep && el('section', { class: 'plan-acts' }, el('button', { type: 'button', class: 'button primary wide', onclick: keep }, t('kept.save.open')), el('p', { class: 'muted small' }, t('kept.save.why'))),
    summary.curve.length > 1 && curveSection(summary, job.synthetic, { byPost: typeof job.inputs?.teams === 'object' }),
    areasSection(document, choose, view.posts ? null : byPost),
    checks(document, job, view),
  ];
}

/** The curve with the step to the next team; `synthetic` says that it is of made-up data, `byPost` that somebody said which posts have teams. */
export function curveSection(summary, synthetic, { byPost = false } = {}) {
  const teams = teamsOf(summary);
  const [here, less, more] = [teams, teams - 1, teams + 1].map((count) => pointFor(summary, count));
  const words = [here && less && t('curve.less', { count: less.teams, value: personsWords(here.value - less.value) }), here && more && t('curve.more', { count: more.teams, value: personsWords(Math.max(0, more.value - here.value)) })].filter(Boolean);
  const table = () => openTable(t('curve.title'), [curveTable(summary)], { facts: [unitWords(summary)], synthetic });
  return el(
    'section',
    {},
    el('h2', {}, t('curve.title')),
    curveChart(summary.curve, teams, { ...CHART, label: [t('curve.title'), ...words].join(' ') }),
    el('p', { class: 'small' }, words.join(' '), ' ', el('span', { class: 'muted' }, byPost && `${t('curve.anyPost')} `, t('curve.band'))),
    el('button', { type: 'button', class: 'text-button', onclick: table }, t('curve.table')),
  );
}

function areasSection({ features, summary }, choose, byPost) {
  const row = (feature) => {
    const { properties: p } = feature;
    const [first] = p.posts;
    return el(
      'tr',
      { onclick: () => choose(feature) },
      el('td', {}, el('button', { type: 'button', class: 'area-badge', 'aria-label': t('plan.choose', { name: p.name }) }, p.name)),
      el('td', { class: 'n' }, stretchWords(p)),
      el('td', {}, first ? postWords(first.station, summary).replace(/^Đồn | station$/g, '') : ''),
      el('td', { class: 'n' }, first ? t('plan.minutes.value', { minutes: formatNumber(first.minutes) }) : ''),
      el('td', { class: 'n' }, el('b', {}, personsWords(p.expected))),
    );
  };
  return el('section', {}, el('h2', {}, t('plan.areas'), el('small', {}, unitWords(summary))), el('table', { class: 'rank tight plan-areas' }, el('tbody', {}, features.map(row))), byPost && el('button', { type: 'button', class: 'text-button', onclick: byPost }, t('teams.take')));
}

function checks({ summary }, job, view) {
  return el(
    'section',
    { class: 'plan-checks' },
    el('h2', {}, t('checks')),
    pending(askRoster(job, view.settings), (roster) => keyValues(rosterChecks(roster)), { waiting: t('roster.waiting') }),
    backtest(summary.forecast),
    el('p', { class: 'note' }, t('checks.note')),
  );
}

/** How good the forecast was in time that it had not seen, beside a plain count. */
export function backtest({ tested, pai, interval_holds: holds }) {
  const words = (number) => (Number.isFinite(number) ? formatNumber(number, 1) : null);
  return keyValues([
    [t('checks.backtest', { from: formatDate(tested[0]), to: formatDate(tested[1]) }), words(pai.model)],
    [t('checks.plain'), words(pai.plain)],
    [t('checks.interval'), `${formatNumber(100 * holds)} %`],
  ]);
}

/** The plan in two figures for the foot of a phone. */
export function planFigures(result) {
  if (!result) return [];
  const { summary } = result.document;
  return [[personsWords(summary.value), unitWords(summary)], [formatNumber(teamsOf(summary)), t('plan.figure.teams')]];
}
