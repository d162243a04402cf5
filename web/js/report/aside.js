/** What stands beside the sheet: which version it is, what changed, who is missing, how to read it, and the files. */

import { el, icon, replaceChildren } from '../dom.js';
import { currentLanguage, formatDate, formatDateTime, formatNumber, t } from '../i18n/index.js';
import { openTable } from '../panels/table-dialog.js';

const SHOWN = 8;
const YEAR_DAYS = 366;

/**
 * `deeds`: `{download(kind), print(), reload(), issue(), openIssue(id or null)}`. `show({document, issues, issue})`: the report as data, its issues,
 * and the one that is shown, or null for the report as of now. `clear()` takes all away.
 */
export function createAside({ session }, deeds) {
  const body = el('div', {});
  const pdf = el('button', { type: 'button', class: 'button primary wide', onclick: (event) => during(event.currentTarget, () => deeds.download('pdf')) }, icon('download', 18), t('report.pdf'));
  const xlsx = el('button', { type: 'button', class: 'button', onclick: (event) => during(event.currentTarget, () => deeds.download('xlsx')) }, 'XLSX');
  const print = el('button', { type: 'button', class: 'button', onclick: deeds.print }, icon('print', 18), t('report.print'));
  const files = el('section', { class: 'report-files', hidden: true }, pdf, el('div', {}, xlsx, print));
  const element = el('aside', { class: 'panel right', 'aria-label': t('report.aside') }, body, files);

  function show({ document: report, issues, issue }) {
    files.hidden = false;
    replaceChildren(body, version(report, issues, issue), issue ? null : reporting(report), reading());
  }

  function clear() {
    files.hidden = true;
    replaceChildren(body);
  }

  function version(report, issues, issue) {
    const last = report.last_issue;
    const facts = issue
      ? [
          [t('report.version'), formatNumber(issue.number)],
          [t('report.issuedAt'), formatDateTime(issue.issued_at)],
          [t('report.issuedBy'), issue.issued_by],
        ]
      : [[t('report.version'), t('report.draft', { number: report.summary.version })], ...(last ? [[t('report.lastIssue', { number: last.number }), formatDateTime(last.at)]] : [])];
    return el(
      'section',
      {},
      el('h2', {}, t('report.this'), !issue && el('button', { type: 'button', class: 'ghost', 'aria-label': t('report.reload'), title: t('report.reload'), onclick: deeds.reload }, icon('repeat', 18))),
      el('dl', { class: 'facts' }, facts.map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
      !issue && last && changes(last),
      issue && el('button', { type: 'button', class: 'button wide', onclick: () => deeds.openIssue(null) }, t('report.toCurrent')),
      !issue && report.indicators.length > 0 && session.can('issue-reports') && el('button', { type: 'button', class: 'button wide', onclick: deeds.issue }, t('report.issue', { number: report.summary.version })),
      issues.length > 0 && el('ul', { class: 'report-issues' }, issues.slice(0, SHOWN).map((each) => el('li', {}, issueLink(each, issue)))),
    );
  }

  function issueLink(each, shown) {
    const words = `${t('report.number', { number: each.number })} · ${formatDateTime(each.issued_at)}`;
    return each.id === shown?.id ? el('b', {}, words) : el('button', { type: 'button', class: 'text-button', onclick: () => deeds.openIssue(each.id) }, words);
  }

  function changes(last) {
    if (last.changes.length === 0) return el('p', { class: 'muted' }, t('report.noChange', { number: last.number }));
    const rows = last.changes.map((change) => [`${change[currentLanguage() === 'en' ? 'name_en' : 'name_vi']}${change.of_same_period ? ` (${t('report.samePeriod')})` : ''}`, number(change.before), number(change.now)]);
    const open = () => openTable(t('report.changes', { number: last.number }), [{ caption: '', columns: [t('report.line'), t('report.number', { number: last.number }), t('report.now')], rows, numeric: 1 }]);
    return el('p', {}, el('button', { type: 'button', class: 'text-button', onclick: open }, t('report.changed', { count: last.changes.length, number: last.number })));
  }

  return { element, show, clear };
}

function reporting(report) {
  const late = report.reporting.filter(({ state }) => state === 'late');
  const { missing } = report;
  if (report.reporting.length === 0) return null;
  const name = (unit) => unit[currentLanguage() === 'en' ? 'name_en' : 'name_vi'];
  const list = [...missing.map((unit) => [name(unit), el('b', { class: 'bad' }, t('report.missing'))]), ...late.map((unit) => [name(unit), unit.days_late > YEAR_DAYS ? t('report.longAfter') : t('report.late', { count: unit.days_late })])];
  const provisional = report.reporting.filter((unit) => unit.provisional > 0);
  const rest = list.length - SHOWN;
  return el(
    'section',
    {},
    el('h2', {}, t('report.reporting'), el('small', {}, t('report.reported', { done: report.reporting.length - missing.length, all: report.reporting.length }))),
    el('p', { class: 'muted' }, t('report.due', { day: formatDate(report.due) })),
    list.length === 0 ? el('p', {}, t('report.allReported')) : el('ul', { class: 'report-units' }, list.slice(0, SHOWN).map(([words, state]) => el('li', {}, el('span', {}, words), state))),
    rest > 0 && el('p', { class: 'muted' }, t('report.more', { count: rest })),
    provisional.length > 0 && el('p', { class: 'muted' }, t('report.provisionalUnits', { count: provisional.reduce((sum, unit) => sum + unit.provisional, 0), units: provisional.length })),
  );
}

const reading = () => el('section', {}, el('h2', {}, t('report.howTo')), el('p', { class: 'muted' }, t('report.howTo.text')));

const number = (value) => (value === null || value === undefined ? '–' : formatNumber(value, value % 1 === 0 ? 0 : 1));

async function during(button, work) {
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  try {
    await work();
  } finally {
    button.disabled = false;
    button.removeAttribute('aria-busy');
  }
}
