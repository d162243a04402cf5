/** What the panel at the right and the legend say while two pictures are compared. */

import { el, icon, replaceChildren } from '../../dom.js';
import { formatNumber, t } from '../../i18n/index.js';
import { commonClasses } from './classes.js';

const SIDES = ['compare.left', 'compare.right'];

/** The head of the panel: both sides, what differs in method, what has changed. `words`: texts, empty ones left out. */
export function comparisonHead(sides, words, close) {
  return el(
    'section',
    { class: 'comparison' },
    el('h2', {}, t('compare.title'), el('button', { type: 'button', class: 'ghost', 'aria-label': t('compare.close'), onclick: close }, icon('close', 16))),
    el('dl', { class: 'key-value' }, sides.map(({ name, detail }, i) => [el('dt', {}, t(SIDES[i])), el('dd', {}, name, detail && el('small', {}, detail))])),
    words.filter(Boolean).map((text) => el('p', { class: 'note' }, text)),
    el('p', { class: 'muted' }, t('compare.hint')),
  );
}

/** The chosen place on both sides. */
export function pairSection(id, analysis, pair, { view, base }) {
  const found = pair.map(({ document }) => document.features.find((feature) => feature.id === id));
  if (!found.some(Boolean)) return null;
  const say = (feature, { document }) => (feature ? analysis.say(feature, document, { view, base }) : t('compare.nothing'));
  return el('section', {}, el('h2', {}, t('compare.chosen')), el('dl', { class: 'key-value both' }, found.map((feature, i) => [el('dt', {}, t(SIDES[i])), el('dd', {}, say(feature, pair[i]))])));
}

/** One legend for both sides. `show(analysis, pair, sides, view, words)`; `hide()`. */
export function createComparisonLegend() {
  const element = el('section', { class: 'legend beside', 'aria-label': t('legend.label'), hidden: true });
  const more = el('button', { type: 'button', class: 'text-button phone-only legend-more', 'aria-expanded': 'false', onclick: () => unfold() });

  /** On a phone the map needs the room until somebody asks for the classes. */
  function unfold(open = element.classList.toggle('open')) {
    more.setAttribute('aria-expanded', String(open));
    more.textContent = t(open ? 'legend.less' : 'legend.more');
  }

  function show(analysis, pair, sides, view, words) {
    const classes = commonClasses(...pair.map(({ document }) => analysis.classes(document, view)));
    const { title } = analysis.legend(pair[1].document, { view, base: null });
    element.hidden = false;
    replaceChildren(
      element,
      el('h2', {}, title),
      el(
        'table',
        { class: 'sides' },
        el('thead', {}, el('tr', {}, el('td', {}), SIDES.map((key) => el('th', { scope: 'col', class: 'n' }, t(key))))),
        el('tbody', {}, classes.map((each) => el('tr', {}, el('th', { scope: 'row' }, el('span', { class: 'with-swatch' }, each.swatch(), each.words)), each.counts.map((count) => el('td', { class: 'n' }, formatNumber(count)))))),
      ),
      sides.map(({ name, detail }, i) => el('p', { class: 'legend-method side-method' }, el('b', {}, `${t(SIDES[i])}: `), [name, detail].filter(Boolean).join('; '))),
      words && el('p', { class: 'legend-method' }, words),
      more,
    );
    unfold(element.classList.contains('open'));
  }
  return { element, show, hide: () => (element.hidden = true) };
}
