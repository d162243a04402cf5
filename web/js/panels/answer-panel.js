/** The panel at the right of a workbench: what holds for all that is in view, or the story of what is chosen in its stead. */

import { el, icon, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';

/**
 * `onShut()` when the drawer of a narrow screen is closed by hand; `keepsOpen()` says whether something besides a story wants it open.
 * `showNumbers(...content)` puts what holds for all; `showStory(content, {keys})` something chosen in its stead, null brings the first
 * back, `keys` are functions by the keys that work within the story; `showLead(content)` puts something before the numbers.
 */
export function createAnswerPanel({ onShut, keepsOpen }) {
  const numbers = el('div', { class: 'numbers' });
  const story = el('div', { class: 'story', hidden: true });
  const lead = el('div', { class: 'lead' });
  const shut = () => {
    element.classList.remove('open');
    onShut();
  };
  const close = el('button', { type: 'button', class: 'ghost drawer-close', 'aria-label': t('close'), onclick: shut }, icon('close'));
  const element = el('aside', { class: 'panel right', 'aria-label': t('answer') }, close, lead, numbers, story);
  let storyKeys = {};

  const open = () => element.classList.toggle('open', !story.hidden || keepsOpen());

  function showNumbers(...content) {
    const focused = focusable().indexOf(document.activeElement);
    replaceChildren(numbers, ...content);
    if (focused >= 0) focusable()[focused]?.focus({ preventScroll: true });
    open();
  }

  /** In the same order in the old numbers and the new, so that the focus stays where it was. */
  const focusable = () => [...numbers.querySelectorAll('button, a, [tabindex="0"]')];

  story.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select') ? null : storyKeys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  function showStory(content, { keys = {} } = {}) {
    const focused = [...story.querySelectorAll('button')].indexOf(document.activeElement);
    storyKeys = keys;
    story.hidden = !content;
    numbers.hidden = lead.hidden = Boolean(content);
    replaceChildren(story, content ?? []);
    if (content && focused >= 0) story.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
    open();
  }
  const showLead = (content) => replaceChildren(lead, content ?? []);
  return { element, showNumbers, showStory, showLead };
}
