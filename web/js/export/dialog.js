/** Taking a layer away: what, in which system and form; how much it will be; and what is written down about it. */

import { isAbort } from '../api.js';
import { announce, describe, notice, openDialog } from '../dialog.js';
import { el, icon, replaceChildren } from '../dom.js';
import { addWords, currentLanguage, formatDate, formatNumber, t } from '../i18n/index.js';
import words from '../i18n/export.js';
import { latest } from '../latest.js';
import { periodOfJob } from '../panels/runs/times.js';
import { sizeOf } from '../panels/import/file.js';
import { periodName } from '../panels/period.js';
import { periodOf } from '../query.js';
import { save } from '../save.js';
import { dayOf } from '../time.js';
import { contentsOf, firstOf, momentOf, RESULT_FILES } from './contents.js';
import { fileName, fitsInMemory, FORMATS, SYSTEMS, systemFor } from './formats.js';
import { formatTiles } from './tiles.js';
import { writtenTable } from './written.js';

addWords(words);

/** Whether there is anything that an account may take away. */
export const mayExport = (session) => session.can('export') || session.can('export-results');

/** How many results are offered, the newest first. */
const RESULTS = 20;

/**
 * Opens the dialog. `context`: `{api, state, session, extent}`; `content`: what it opens with, a layer (`routes`) or a result
 * (`job:` and its id).
 */
export function openExport({ api, state, session, extent }, { content = null } = {}) {
  if (document.querySelector('.export-dialog')) return;
  const view = state.get();
  const period = periodOf(view, extent);
  let contents = contentsOf(session, { view, period, jobs: [] });
  let chosen = firstOf(contents, content);
  let format = FORMATS[0];
  let preview = null;
  let running = null;

  const what = el('select', { class: 'select', id: 'export-content' });
  const system = el('select', { class: 'select', id: 'export-crs' }, SYSTEMS.map(({ code, name }) => el('option', { value: code }, name)));
  const systemHint = el('small', { class: 'muted' });
  const tiles = formatTiles((next) => {
    format = next;
    show();
  });
  const written = el('div', { class: 'export-written', 'aria-live': 'polite' });
  const notes = el('p', { class: 'note warn' });
  const failure = el('div', { class: 'error-summary', role: 'alert', hidden: true });
  const download = el('button', { type: 'button', class: 'button primary', onclick: take });
  const dialog = openDialog({
    title: t('export.title'),
    className: 'export-dialog',
    body: [
      failure,
      el('div', { class: 'export-pair' }, field('export.content', what), field('export.crs', system, systemHint)),
      el('h3', { id: 'export-format' }, t('export.format')),
      tiles.element,
      el('h3', {}, t('export.written')),
      written,
      notes,
    ],
    footer: [
      el('span', { class: 'push muted export-role' }, icon('shield', 16), t(`role.${session.role}`)),
      el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')),
      download,
    ],
    onClose: () => {
      running?.abort();
      ask.cancel();
    },
  });
  const ask = latest((signal, { path, query }) => api.get(`${path}/preview`, { query, signal }));

  what.addEventListener('change', () => choose(contents.find(({ id }) => id === what.value)));
  system.addEventListener('change', show);
  fillContents();
  choose(chosen);
  what.focus();
  addResults();

  /** Results are listed when the server has told of them; what was chosen by then stays. */
  async function addResults() {
    if (!session.can('run-analyses')) return;
    const answer = await api.get('/api/jobs', { query: { processID: Object.keys(RESULT_FILES), limit: RESULTS } }).catch(() => null);
    if (!answer || !dialog.element.isConnected) return;
    contents = contentsOf(session, { view, period, jobs: answer.jobs });
    const next = firstOf(contents, chosen?.allowed && chosen.id !== content ? chosen.id : (content ?? chosen?.id));
    fillContents();
    if (next?.id !== chosen?.id) choose(next);
    else what.value = chosen?.id ?? '';
  }

  function fillContents() {
    const group = (kind, key) => {
      const own = contents.filter((each) => each.kind === kind);
      return own.length > 0 && el('optgroup', { label: t(key) }, own.map((each) => el('option', { value: each.id }, titleOf(each))));
    };
    replaceChildren(what, group('layer', 'export.layers'), group('result', 'export.results'));
    what.value = chosen?.id ?? '';
  }

  async function choose(next) {
    chosen = next;
    preview = null;
    failure.hidden = true;
    what.value = chosen?.id ?? '';
    show();
    if (!chosen?.allowed) return ask.cancel();
    try {
      const answer = await ask(chosen);
      if (!answer) return;
      preview = answer;
      show();
    } catch (problem) {
      if (!isAbort(problem)) fail(problem);
    }
  }

  function fail(problem) {
    failure.hidden = false;
    replaceChildren(failure, el('h3', {}, t('export.failed')), el('p', {}, describe(problem)));
    show();
  }

  function show() {
    const allowed = Boolean(chosen?.allowed);
    const empty = preview?.features === 0;
    tiles.update(format, allowed);
    system.disabled = !allowed || Boolean(format.degreesOnly);
    system.value = systemFor(format, system.value);
    systemHint.textContent = format.degreesOnly ? t('export.degreesOnly', { format: format.name }) : '';
    replaceChildren(written, allowed ? writtenTable(chosen, preview, { conditions: conditionsInWords() }) : el('p', { class: 'note' }, refusal()));
    replaceChildren(notes, noteWords());
    notes.hidden = !allowed;
    download.disabled = !preview || empty || running !== null;
    replaceChildren(download, icon('download', 18), running ? t('export.preparing') : t('export.download', { format: format.name }));
  }

  function refusal() {
    return chosen ? t(chosen.kind === 'result' ? 'export.notAllowed.result' : 'export.notAllowed.layer', { role: t(`role.${session.role}`) }) : t('export.nothing');
  }

  function conditionsInWords() {
    if (chosen.kind === 'result') return periodOfJob(chosen.job);
    if (chosen.id === 'detections') return [periodName(period), chosen.filtered && t('export.filtered')].filter(Boolean).join('; ');
    if (chosen.query.status) return chosen.query.status.map((status) => t(`route.status.${status}`)).join(', ');
    return '';
  }

  function noteWords() {
    return [preview?.synthetic ? [el('b', {}, t('export.synthetic')), ' '] : null, t('export.carries'), ' ', t('export.audited')];
  }

  async function take() {
    const query = { ...chosen.query, format: format.id, crs: systemFor(format, system.value) };
    const name = fileName(chosen.file, format, { day: dayOf(new Date()), synthetic: preview.synthetic });
    failure.hidden = true;
    // The browser writes a large file to disk as it comes; a small one is fetched, so that a refusal can be said here.
    if (!fitsInMemory(preview)) return finish(() => follow(api.urlOf(chosen.path, query), name), name, 'export.started');
    running = new AbortController();
    show();
    try {
      const blob = await api.getBlob(chosen.path, { query, signal: running.signal });
      running = null;
      finish(() => save(blob, name), name, 'export.done');
    } catch (problem) {
      running = null;
      if (!isAbort(problem)) fail(problem);
    }
  }

  function finish(give, name, key) {
    give();
    dialog.close();
    notice(t(key, { name }), 'done');
    announce(t(key, { name }));
  }
}

function field(key, select, hint = null) {
  return el('div', { class: 'field' }, el('label', { class: 'field-label', for: select.id }, t(key)), select, hint);
}

/** `Đoạn trọng yếu (14:20)` for a result, the name of the layer else. */
function titleOf({ kind, id, job }) {
  if (kind === 'layer') return t(`export.layer.${id}`);
  const moment = momentOf(job, new Date());
  const title = (currentLanguage() === 'vi' ? job.titleVi : job.title) ?? t(`export.result.${job.processID}`);
  return t('export.resultOf', { title, when: moment.length > 5 ? formatDate(moment) : moment });
}

function follow(url, name) {
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}
