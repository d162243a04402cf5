/** The story of one area: who goes there when, what is expected beside the plain count, and who could reach it. */

import { figures, keyValues, storyHead } from '../analysis/parts.js';
import { el } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { personsWords, postWords, shiftWords, stretchWords, unitWords } from './words.js';

export function planStory({ properties: p }, { summary }, { deeds, rank }) {
  return [
    storyHead(t('plan.area', { name: p.name }), stretchWords(p), p.stretch && t('plan.answers', { post: postWords(p.stretch, summary) }), rank, deeds),
    el(
      'section',
      {},
      figures([[p.expected, unitWords(summary), 1]]),
      el('p', { class: 'muted small' }, t('plan.interval', { low: personsWords(p.low), high: personsWords(p.high) })),
      p.hardly_patrolled && el('p', { class: 'note warn' }, t('plan.hardly', { hours: formatNumber(p.patrol_hours) })),
      p.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge'))),
    ),
    el('section', {}, el('h2', {}, t('plan.teams')), el('table', { class: 'rank tight' }, el('tbody', {}, p.posts.map((one) => duty(one, summary))))),
    el('section', {}, el('h2', {}, t('plan.crossings'), el('small', {}, t('plan.crossings.unit'))), crossings(p, summary)),
    el('section', {}, el('h2', {}, t('plan.reach')), keyValues(Object.entries(p.reach).sort((a, b) => a[1] - b[1]).map(([code, minutes]) => [postWords(code, summary), t('plan.minutes.value', { minutes: formatNumber(minutes) })]))),
  ];
}

const duty = (one, summary) =>
  el('tr', {}, el('th', { scope: 'row' }, postWords(one.station, summary)), el('td', { class: 'n' }, shiftWords(one.shift, summary)), el('td', { class: 'n' }, t('plan.minutes.value', { minutes: formatNumber(one.minutes) })), el('td', { class: 'n' }, el('b', {}, personsWords(one.adds))));

function crossings(p, summary) {
  const head = [t('plan.shift'), t('plan.forecast'), t('plan.range'), t('plan.plain')];
  return el(
    'table',
    { class: 'rank tight' },
    el('thead', {}, el('tr', {}, head.map((words, i) => el('th', { scope: 'col', class: i > 0 && 'n' }, words)))),
    el('tbody', {}, p.crossings.map((one) => el('tr', {}, el('th', { scope: 'row' }, shiftWords(one.shift, summary)), el('td', { class: 'n' }, el('b', {}, personsWords(one.value))), el('td', { class: 'n' }, `${personsWords(one.low)}–${personsWords(one.high)}`), el('td', { class: 'n' }, personsWords(one.plain))))),
  );
}
