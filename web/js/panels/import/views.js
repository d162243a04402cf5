/**
 * What the import dialog shows at each step: choosing, working, the tallies with the refusals, a failure. `say(key, params)` answers the
 * words, which differ by what is imported.
 */
import { el, icon } from '../../dom.js';
import { currentLanguage, formatNumber } from '../../i18n/index.js';
import { sizeOf } from './file.js';

const SHOWN_REFUSALS = 50;
const DELIMITERS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** The first step: a field to drop a file on, and what a file may look like. `accept` and `note` as in dialog.js. */
export function chooser(say, { accept, note }, onFile) {
  const input = el('input', { type: 'file', id: 'import-file', class: 'visually-hidden', accept });
  input.addEventListener('change', () => input.files[0] && onFile(input.files[0]));
  const area = el(
    'div',
    { class: 'import-drop' },
    icon('upload', 24),
    el('p', {}, `${say('drop')} `, el('label', { for: 'import-file', class: 'button primary' }, say('choose')), input),
    el('p', { class: 'muted' }, say('kinds')),
  );
  area.addEventListener('dragover', (event) => (event.preventDefault(), area.classList.add('is-over')));
  area.addEventListener('dragleave', () => area.classList.remove('is-over'));
  area.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    area.classList.remove('is-over');
    if (event.dataTransfer.files[0]) onFile(event.dataTransfer.files[0]);
  });
  return [area, note];
}

/** A bar that says what is happening. `{nodes, show({phase, percent})}`. */
export function working(say, file, storing) {
  const bar = el('progress', { max: '100', 'aria-labelledby': 'import-phase' });
  const line = el('p', { id: 'import-phase' });
  const show = ({ phase, percent }) => {
    bar.value = percent;
    line.textContent = say(phase === 'sending' ? 'sending' : storing ? 'storing' : 'reading', { percent });
  };
  show({ phase: 'sending', percent: 0 });
  return { nodes: [fileLine(say, file), el('div', { class: 'import-working' }, line, bar)], show };
}

/** The four tallies, which add up, and the refused rows. `result` is the job's; a dry run says what would be stored. */
export function outcome(say, file, jobId, result) {
  const tallies = [
    [result.stored, result.dryRun ? 'rows.willStore' : 'rows.stored'],
    [result.refusedCount, 'rows.refused'],
    [result.unchanged, 'rows.unchanged'],
    [result.rows, 'rows.all'],
  ];
  const cells = tallies.map(([count, key]) => el('div', {}, el('dt', {}, say(key)), el('dd', {}, formatNumber(count))));
  return [fileLine(say, file, result), el('dl', { class: 'import-tallies' }, cells), result.refusedCount > 0 && refusals(say, file, jobId, result)];
}

function refusals(say, file, jobId, { refused, refusedCount }) {
  const head = ['line', 'column', 'value', 'reason', 'remedy'].map((name) => el('th', { scope: 'col', class: name === 'line' && 'n' }, say(name)));
  const shown = refused.slice(0, SHOWN_REFUSALS);
  const rest = refusedCount - shown.length;
  const name = `${file.name}.rejects.csv`;
  return el(
    'section',
    { class: 'import-refusals', 'aria-labelledby': 'import-refusals' },
    el('h3', { id: 'import-refusals' }, say('refused')),
    el(
      'div',
      { class: 'import-table', tabindex: '0', role: 'region', 'aria-labelledby': 'import-refusals' },
      el('table', { class: 'grid-table' }, el('thead', {}, el('tr', {}, head)), el('tbody', {}, shown.map((each) => refusal(say, each)))),
    ),
    el('p', { class: 'import-more' }, rest > 0 && `${say('more', { count: rest })} `, el('a', { href: `/api/jobs/${jobId}/rejects.csv`, download: name }, icon('download', 16), name)),
  );
}

function refusal(say, { line, field, value, reason, remedy, reasonVi, remedyVi }) {
  const vietnamese = currentLanguage() === 'vi';
  const stood = value === null || value === undefined || value === '' ? el('span', { class: 'faint' }, say('empty')) : el('code', {}, value);
  return el(
    'tr',
    {},
    el('td', { class: 'n' }, formatNumber(line)),
    el('td', {}, field ?? ''),
    el('td', {}, stood),
    el('td', {}, (vietnamese && reasonVi) || reason),
    el('td', {}, (vietnamese && remedyVi) || remedy),
  );
}

/** Nobody can read the file: one sentence, what it means for what is stored, and the remedy for Excel. */
export function failure(say, file, sentence) {
  return [
    fileLine(say, file),
    el(
      'div',
      { class: 'error-summary', role: 'alert' },
      el('h3', {}, say('failed')),
      el('p', {}, sentence),
      el('p', {}, say('failed.lost')),
    ),
    sentence.includes('CSV UTF-8') ? null : el('p', { class: 'note' }, say('failed.advice')),
  ];
}

function fileLine(say, file, result = null) {
  const [amount, unit, decimals] = sizeOf(file.size);
  const facts = [];
  if (result) {
    const delimiter = DELIMITERS[result.delimiter];
    facts.push([result.encoding, delimiter && say(`delimiter.${delimiter}`)].filter(Boolean).join(', '));
    facts.push(say('read', { seconds: formatNumber(result.seconds ?? 0, 1) }));
  }
  const size = `${formatNumber(amount, decimals)} ${unit}`;
  return el('p', { class: 'import-name' }, el('b', {}, file.name), [` · ${size}`, facts.filter(Boolean).join('; ')].filter(Boolean).join(' · '));
}
