/** The story of one area: who goes there when, what is expected beside the plain count, and who could reach it. */

import { figures, keyValues, storyHead } from '../analysis/parts.js';
import { el } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { pieceOf, toggledPiece } from './guard-field.js';
import { personsWords, postWords, shiftWords, stretchWords, unitWords } from './words.js';

/** `deeds.set(patch)`, where there is one, changes the view: the area may become one that a plan must guard, or must not. */
export function planStory({ properties: p }, { summary }, { deeds, rank, view }) {
  return [
    storyHead(t('plan.area', { name: p.name }), stretchWords(p), p.stretch && t('plan.answers', { post: postWords(p.stretch, summary) }), rank, deeds),
    el(
      'section',
      {},
      worth(p, summary),
      p.hardly_patrolled && el('p', { class: 'note warn' }, t('plan.hardly', { hours: formatNumber(p.patrol_hours) })),
      p.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    ),
    deeds.set && el('section', { class: 'area-deeds' }, ['include', 'exclude'].map((kind) => guardButton(kind, pieceOf(p), view, deeds))),
    el('section', {}, el('h2', {}, t('plan.teams')), el('table', { class: 'rank tight' }, el('tbody', {}, p.posts.map((one) => duty(one, summary))))),
    el('section', {}, el('h2', {}, t('plan.crossings'), el('small', {}, t('plan.crossings.unit'))), crossings(p, summary)),
    el('section', {}, el('h2', {}, t('plan.reach')), keyValues(Object.entries(p.reach).sort((a, b) => a[1] - b[1]).map(([code, minutes]) => [postWords(code, summary), t('plan.minutes.value', { minutes: formatNumber(minutes) })]))),
  ];
}

function guardButton(kind, piece, view, { set }) {
  const has = view[kind].includes(piece);
  return el('button', { type: 'button', class: 'button quiet', onclick: () => set(toggledPiece(view, kind, piece)) }, t(has ? `guard.${kind}.take` : `guard.${kind}`));
}

/** What the best plan stops here; a stored plan has a roster, whose worth is that of all places together. */
function worth(p, summary) {
  if (!('expected' in p)) return p.posts.length === 0 && el('p', { class: 'muted' }, t('plan.nobody'));
  return [figures([[p.expected, unitWords(summary), 1]]), el('p', { class: 'muted small' }, t('plan.interval', { low: personsWords(p.low), high: personsWords(p.high) }))];
}

const duty = (one, summary) =>
  el('tr', {}, el('th', { scope: 'row' }, postWords(one.station, summary)), el('td', { class: 'n' }, shiftWords(one.shift, summary)), el('td', { class: 'n' }, t('plan.minutes.value', { minutes: formatNumber(one.minutes) })), el('td', { class: 'n' }, el('b', {}, 'duties' in one ? t('kept.duties', { count: one.duties }) : personsWords(one.adds))));

function crossings(p, summary) {
  const head = [t('plan.shift'), t('plan.forecast'), t('plan.range'), t('plan.plain')];
  return el(
    'table',
    { class: 'rank tight' },
    el('thead', {}, el('tr', {}, head.map((words, i) => el('th', { scope: 'col', class: i > 0 && 'n' }, words)))),
    el('tbody', {}, p.crossings.map((one) => el('tr', {}, el('th', { scope: 'row' }, shiftWords(one.shift, summary)), el('td', { class: 'n' }, el('b', {}, personsWords(one.value))), el('td', { class: 'n' }, `${personsWords(one.low)}–${personsWords(one.high)}`), el('td', { class: 'n' }, personsWords(one.plain))))),
  );
}
