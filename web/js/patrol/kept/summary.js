/** The panel at the right for a stored plan: what it is worth, what can be done with it, its areas, and its history. */

import { keyValues } from '../../analysis/parts.js';
import { el, icon } from '../../dom.js';
import { formatDateTime, formatNumber, t } from '../../i18n/index.js';
import { shortName } from '../areas.js';
import { backtest, curveSection } from '../summary.js';
import { personsWords, postWords, proofWords, stretchWords, unitWords } from '../words.js';
import { spanWords, statusTag } from './words.js';

/** `plan` as it is stored, `result` as document.js reads it; `deeds`: `{choose(feature), approve, save, order, tracks, walked, versions, remove}`, of which those that may not be done are null. */
export function keptSummary(plan, result, deeds) {
  const { summary } = result;
  return [
    el(
      'section',
      {},
      el('h2', { class: 'plan-head' }, el('span', {}, plan.name), statusTag(plan)),
      el('p', { class: 'muted small' }, [spanWords(plan), t('kept.version', { version: plan.version })].join(' · ')),
      plan.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
      el('p', { class: 'spaced' }, el('span', { class: 'plan-value' }, personsWords(summary.value)), ' ', unitWords(summary)),
      el('p', { class: 'muted small' }, t('plan.interval', { low: personsWords(summary.low), high: personsWords(summary.high) })),
      el('p', { class: 'small' }, t('kept.best', { value: personsWords(summary.best) }), ' ', proofWords(summary), '.'),
      approvalWords(plan),
    ),
    acts(plan, deeds),
    areas(result, deeds.choose),
    summary.curve?.length > 1 && curveSection(summary, plan.synthetic),
    checks(plan),
    plan.approved_version === null && deeds.remove && el('section', {}, el('button', { type: 'button', class: 'text-button danger', onclick: deeds.remove }, icon('bin', 16), t('kept.remove'))),
  ];
}

function approvalWords(plan) {
  if (plan.status === 'approved') return el('p', { class: 'plan-proof' }, icon('check', 15), t('kept.approved', { by: plan.approved_by, at: formatDateTime(plan.approved_at) }));
  return plan.approved_version && el('p', { class: 'note' }, t('kept.approvedBefore', { version: plan.approved_version, by: plan.approved_by }));
}

function acts(plan, { approve, order, tracks, walked, versions }) {
  const button = (act, picture, words, className = 'button') => act && el('button', { type: 'button', class: className, onclick: act }, icon(picture, 16), t(words));
  return el(
    'section',
    { class: 'plan-acts' },
    plan.status === 'draft' && button(approve, 'check', 'kept.approve', 'button primary wide'),
    el('div', { class: 'two-buttons' }, button(order, 'print', 'kept.order'), button(tracks, 'download', 'kept.tracks')),
    el('div', { class: 'two-buttons' }, button(walked, 'route', 'kept.walked', 'button quiet'), button(versions, 'table', 'kept.versions', 'button quiet')),
  );
}

function areas({ features, summary }, choose) {
  const row = (feature) => {
    const { properties: p } = feature;
    const [first] = p.posts;
    const duties = p.posts.reduce((all, post) => all + post.duties, 0);
    return el(
      'tr',
      { onclick: () => choose(feature) },
      el('td', {}, el('button', { type: 'button', class: 'area-badge', 'aria-label': t('plan.choose', { name: p.name }) }, p.rank === null ? '·' : p.name)),
      el('td', { class: 'n' }, stretchWords(p)),
      el('td', {}, first ? postWords(first.station, summary).replace(/^Đồn | station$/g, '') : t('roster.rest')),
      el('td', { class: 'n' }, el('b', {}, formatNumber(duties))),
    );
  };
  return el('section', {}, el('h2', {}, t('plan.areas'), el('small', {}, t('kept.areas.unit'))), el('table', { class: 'rank tight plan-areas' }, el('tbody', {}, features.map(row))));
}

function checks({ game, moves, forecast, worth }) {
  const [move] = moves ?? [];
  return el(
    'section',
    { class: 'plan-checks' },
    el('h2', {}, t('checks')),
    keyValues([
      [t('checks.fixed'), personsWords(game.fixed)],
      [t('checks.known'), personsWords(worth.evader)],
      [t('checks.moves'), move ? `${shortName(move.name)} (${personsWords(move.before)} → ${personsWords(move.after)})` : t('checks.moves.none')],
    ]),
    backtest(forecast),
    el('p', { class: 'note' }, t('checks.note')),
  );
}

/** The plan in two figures for the foot of a phone. */
export const keptFigures = (plan, { summary }) => [[personsWords(summary.value), unitWords(summary)], [formatNumber(plan.teams.length), t('plan.figure.teams')]];
