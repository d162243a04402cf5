/** How many teams there are: in all, sent from wherever they do most good, or so many of each post. */

import { bearing, setSettings } from '../analysis/fields.js';
import { SETTINGS } from '../analysis/settings.js';
import { el, icon, replaceChildren } from '../dom.js';
import { currentLanguage, formatNumber, t } from '../i18n/index.js';
import { segmented, slider } from '../panels/fields.js';

/** One post never has more. */
const MOST_OF_POST = 12;

/** `base.stations` are the posts. */
export function postsField(state, base) {
  const who = segmented(t('teams.who'), [['best', t('teams.best')], ['post', t('teams.post')]], chooseWho);
  const all = slider({ id: 'field-teams', label: t('setting.teams'), steps: SETTINGS.teams.choices, format: (count) => t('plan.teams.value', { count: formatNumber(count) }), onChoose: (teams) => setSettings(state, { teams }) });
  const total = el('small', {});
  const rows = new Map(base.stations.map((station) => [station.code, stepperRow(station.names[currentLanguage()], (by) => step(station.code, by))]));
  const list = el('ul', { class: 'post-teams' }, [...rows.values()].map((row) => row.element));
  const byPost = el('div', { class: 'field' }, el('p', { class: 'field-label post-total' }, el('span', {}, t('teams.byPost')), total), list);
  const element = el('div', {}, el('div', { class: 'field' }, el('span', { class: 'field-label', 'aria-hidden': 'true' }, t('teams.who')), who.element), all.element, byPost);

  function chooseWho(way) {
    state.set({ posts: way === 'post' ? (state.get().posts ?? {}) : null });
  }

  function step(code, by) {
    const posts = state.get().posts ?? {};
    const next = Math.min(MOST_OF_POST, Math.max(0, (posts[code] ?? 0) + by));
    state.set({ posts: Object.fromEntries(Object.entries({ ...posts, [code]: next }).filter(([, count]) => count > 0)) });
  }

  function update({ posts, settings }) {
    who.update(posts ? 'post' : 'best');
    all.element.hidden = posts !== null;
    byPost.hidden = posts === null;
    all.update(settings.teams);
    rows.forEach((row, code) => row.update(posts?.[code] ?? 0));
    replaceChildren(total, t('teams.total', { count: sumOf(posts) }));
  }
  return bearing('teams', { element, update });
}

export const sumOf = (posts) => Object.values(posts ?? {}).reduce((all, count) => all + count, 0);

function stepperRow(name, onStep) {
  const output = el('output', {});
  const button = (picture, words, by) => el('button', { type: 'button', class: 'step-button', 'aria-label': t(words, { post: name }), onclick: () => onStep(by) }, icon(picture, 14));
  const [less, more] = [button('minus', 'teams.less', -1), button('add', 'teams.more', 1)];
  const element = el('li', {}, el('span', {}, name), el('span', { class: 'post-stepper' }, less, output, more));

  function update(count) {
    output.textContent = formatNumber(count);
    output.classList.toggle('zero', count === 0);
    less.disabled = count === 0;
    more.disabled = count === MOST_OF_POST;
  }
  return { element, update };
}
