/** Pieces of the border that have to be guarded, or that no team may go to. */

import { bearing } from '../analysis/fields.js';
import { el, icon, replaceChildren } from '../dom.js';
import { formatStretch, t } from '../i18n/index.js';
import { chooser } from '../panels/fields.js';

const KINDS = ['include', 'exclude'];
const PIECE = /^([A-Z]{2}):(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;
const MOST = 50;

/** A piece as inputs and links have it: `CN:1151.5/1153`. */
export const pieceOf = ({ border_with: borderWith, from_km: from, to_km: to }) => `${borderWith}:${from}/${to}`;

/** A piece in words: `Km 1151,5–1153`. */
export function pieceWords(piece) {
  const [, , from, to] = PIECE.exec(piece);
  return formatStretch(Number(from), Number(to));
}

/** Adds a piece to one list, and takes it out of the other; a piece that is there already leaves. */
export function toggledPiece(view, kind, piece) {
  const other = KINDS.find((each) => each !== kind);
  const had = view[kind].includes(piece);
  return { [kind]: had ? view[kind].filter((each) => each !== piece) : [...view[kind], piece].slice(-MOST), [other]: view[other].filter((each) => each !== piece) };
}

/** `base.stretch` or its first border says whose line kilometres are of. */
export function guardField(state, base) {
  const tags = el('ul', { class: 'guard-list' });
  const kind = chooser({ id: 'guard-kind', label: t('guard.kind'), choices: KINDS.map((each) => [each, t(`guard.${each}`)]), onChoose: (value) => (chosen = value) });
  const [from, to] = ['from', 'to'].map((end) => el('input', { class: 'input', id: `guard-${end}`, inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': 'guard-error' }));
  const error = el('span', { class: 'field-error', id: 'guard-error', role: 'alert' });
  const field = (words, input) => el('div', {}, el('label', { class: 'field-label', for: input.id }, t(words)), input);
  const form = el('form', { class: 'guard-form', onsubmit: add }, kind.element, field('guard.from', from), field('guard.to', to), el('button', { type: 'submit', class: 'button' }, t('guard.add')), error);
  const element = el('details', { class: 'guard' }, el('summary', {}, t('guard.title'), ' ', el('small', {}), icon('down', 14)), tags, el('p', { class: 'note' }, t('guard.note')), form);
  let chosen = 'include';

  function add(event) {
    event.preventDefault();
    const [first, last] = [from.value, to.value].map((text) => Number(text.trim().replace(',', '.')));
    const wrong = !(from.value.trim() && first >= 0) ? from : !(to.value.trim() && last > first) ? to : null;
    for (const input of [from, to]) input.setAttribute('aria-invalid', String(input === wrong));
    error.textContent = wrong ? t(wrong === from ? 'guard.wrong.from' : 'guard.wrong.to') : '';
    if (wrong) return wrong.focus();
    const piece = `${base.stretch?.with ?? base.borders[0]?.with ?? 'CN'}:${first}/${last}`;
    if (!state.get()[chosen].includes(piece)) state.set(toggledPiece(state.get(), chosen, piece));
    from.value = to.value = '';
    from.focus();
  }

  function update(view) {
    const all = KINDS.flatMap((each) => view[each].map((piece) => [each, piece]));
    element.querySelector('small').textContent = all.length > 0 ? String(all.length) : t('guard.none');
    replaceChildren(tags, all.map(([each, piece]) => tag(each, piece)));
  }

  function tag(each, piece) {
    const words = pieceWords(piece);
    return el('li', {}, el('span', { class: `tag ${each}` }, t(`guard.${each}.short`)), el('span', { class: 'n' }, words), el('button', { type: 'button', class: 'ghost', 'aria-label': t('guard.remove', { piece: words }), onclick: () => state.set(toggledPiece(state.get(), each, piece)) }, icon('close', 14)));
  }
  return bearing('include', { element, update });
}
