/** The workbench of reports: a sheet as it is printed, of a unit and a period, as of now or as it was issued. */

import * as api from './api.js';
import { announce, notice, openDialog } from './dialog.js';
import { el, replaceChildren } from './dom.js';
import { addWords, currentLanguage, t } from './i18n/index.js';
import outcomeWords from './i18n/outcomes.js';
import { latest } from './latest.js';
import { openAccountMenu } from './panels/account.js';
import { openFileImport, openOutcomeForm } from './panels/forms.js';
import { createHeader, createTabs } from './panels/header.js';
import { openKeys } from './panels/map-frame.js';
import { periodOf } from './query.js';
import { createAside } from './report/aside.js';
import { createReportConditions } from './report/conditions.js';
import { openCountFile } from './report/count-file.js';
import { viewBehind, viewOfStretch } from './report/links.js';
import { halfYearName, lastHalf } from './report/periods.js';
import { openRows } from './report/rows.js';
import { createSheet } from './report/sheet.js';
import { save } from './save.js';

const REPORTS = '/api/reports';

addWords(outcomeWords);

/** Lays the bench out on `page`; `given` as for the other benches. Answers what leaves it. */
export function openReporter(page, given) {
  const { state, session, benches, extent } = given;
  const header = createHeader(given, { record, account: (button) => openAccountMenu(button, given, { importFile: () => openFileImport(shared), outcomes: enter, keys: openKeys, signedOut: given.signOut, refresh: given.reopen }) });
  const sheet = createSheet({ onFigure: follow, onStretch: (text) => state.set(viewOfStretch(text, asked().period)) });
  const aside = createAside({ session }, { download, print: () => window.print(), reload: load, issue: askToIssue, openIssue: (issue) => state.set({ issue }) });
  const tabs = createTabs(given, { record, conditions: () => left.element.classList.add('open'), map: () => host.scrollTo(0, 0) });
  const host = el('div', { class: 'report-host' }, sheet.element);
  const shared = Object.freeze({ api, state, session, extent, map: null, refresh: load });
  const read = latest((signal) => fetchReport(signal));
  let left = { element: el('aside', { class: 'panel left' }), update() {}, showParts() {} };
  let units = [];
  let shown = null;
  const main = el('main', { id: 'main', class: 'bench report-bench', tabindex: -1 }, left.element, host, aside.element);
  replaceChildren(page, el('a', { class: 'skip', href: '#main' }, t('skip')), header.element, main, tabs.element);
  const unsubscribe = state.subscribe((view, before) => view.bench === 'reports' && [view.report, view.unit, view.issue].some((value, i) => value !== [before.report, before.unit, before.issue][i]) && load());
  begin();

  /** What the view asks for, with what is usual where it says nothing. */
  function asked() {
    const { report, unit, issue } = state.get();
    const period = report ?? halfYearName(periodOf(state.get(), extent)) ?? lastHalf(new Date()).period;
    const own = units.find(({ code }) => code === session.unit?.code) ?? units[0];
    return { period, unit: unit ?? own?.code ?? 'VN', issue };
  }

  async function begin() {
    try {
      ({ units } = await api.get('/api/outcomes/units'));
    } catch (problem) {
      notice(problem);
    }
    left = createReportConditions({ session }, units, { choose: ({ period, unit }) => state.set({ ...(period ? { report: period } : {}), ...(unit ? { unit } : {}), issue: null }), enter, importFile: () => openCountFile({ onStored: load }), template, close: () => left.element.classList.remove('open') });
    main.replaceChild(left.element, main.firstChild);
    await load();
  }

  async function fetchReport(signal) {
    const { period, unit, issue } = asked();
    const language = currentLanguage();
    const [{ issues }, report] = await Promise.all([
      api.get(REPORTS, { query: { unit, period }, signal }),
      issue ? api.get(`${REPORTS}/${issue}`, { query: { language }, signal }) : api.get(`${REPORTS}/current`, { query: { unit, period, language }, signal }),
    ]);
    return { issues, document: report.document, page: report.page, issue: issue ? report : null };
  }

  async function load() {
    left.update(asked());
    main.setAttribute('aria-busy', 'true');
    try {
      const answer = await read();
      if (answer) show(answer);
    } catch (problem) {
      shown = null;
      aside.clear();
      left.showParts([]);
      sheet.empty(el('p', {}, t('report.failed')), el('button', { type: 'button', class: 'button', onclick: load }, t('retry')));
      if (problem.status !== 401) notice(problem);
    } finally {
      main.setAttribute('aria-busy', 'false');
    }
  }

  function show(answer) {
    shown = answer;
    sheet.show(answer.page);
    aside.show(answer);
    left.showParts(sheet.headings());
    header.showSynthetic(answer.document.summary.synthetic);
    announce(t('report.shown'));
  }

  function follow(code, name, period) {
    const view = viewBehind(code, period);
    if (view) return state.set(view);
    const { unit } = asked();
    const below = new Set(unitsBelow(unit));
    return openRows({ code, name, period, units, isWithin: (each) => below.has(each) });
  }

  /** A unit and all below it. */
  function unitsBelow(code) {
    const found = [code];
    for (const at of found) for (const each of units) if (each.parent === at) found.push(each.code);
    return found;
  }

  async function download(kind) {
    const { period, unit, issue } = asked();
    const file = kind === 'pdf' ? 'paper.pdf' : 'workbook.xlsx';
    const path = issue ? `${REPORTS}/${issue}/${file}` : `${REPORTS}/current/${file}`;
    const language = issue && kind === 'xlsx' ? null : currentLanguage();
    try {
      const blob = await api.getBlob(path, { query: issue ? { language } : { unit, period, language } });
      save(blob, `${t('report.fileName')}-${unit}-${period.replace('/', '_')}.${kind}`);
    } catch (problem) {
      notice(problem);
    }
  }

  function askToIssue() {
    const { period, unit } = asked();
    const { version, data_version: dataVersion } = shown.document.summary;
    const dialog = openDialog({
      title: t('report.issue', { number: version }),
      className: 'narrow',
      body: [el('p', {}, t('report.issue.ask')), shown.document.missing.length > 0 && el('p', { class: 'note warn' }, t('report.issue.missing', { count: shown.document.missing.length }))],
      footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), el('button', { type: 'button', class: 'button primary', onclick: issue }, t('report.issue.yes'))],
    });
    async function issue() {
      try {
        const { body } = await api.send('POST', REPORTS, { json: { unit, period, data_version: dataVersion } });
        dialog.close();
        notice(t('report.issued', { number: body.number }), 'done');
        await load();
      } catch (problem) {
        dialog.close();
        notice(problem);
      }
    }
  }

  function enter() {
    const { period, unit } = asked();
    openOutcomeForm({ ...shared, unit, period, onStored: load });
  }

  async function template() {
    const { period, unit } = asked();
    try {
      save(await api.getBlob('/api/outcomes/template.xlsx', { query: { unit, period } }), `${t('report.template.name')}-${unit}-${period.replace('/', '_')}.xlsx`);
    } catch (problem) {
      notice(problem);
    }
  }

  /** A detection is recorded on the map. */
  function record() {
    benches.open('hotspots');
    document.querySelector('.top .record, .tabs .add')?.click();
  }

  return () => {
    unsubscribe();
    read.cancel();
  };
}
