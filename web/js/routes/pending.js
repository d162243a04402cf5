/** Answers that come a moment after the story that shows them: asked once, kept, and drawn into their place when they are there. */

import { describe } from '../dialog.js';
import { el, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';

const KEPT = 60;

/** `recall(key, ask)` answers `{value}`, `{problem}` or `{promise}`; a failure is forgotten, so that the next look asks again. */
export function createMemory() {
  const known = new Map();

  function recall(key, ask) {
    if (known.has(key)) return known.get(key);
    const entry = {};
    entry.promise = ask().then(
      (value) => Object.assign(entry, { value }),
      (problem) => {
        known.delete(key);
        return Object.assign(entry, { problem });
      },
    );
    known.set(key, entry);
    if (known.size > KEPT) known.delete(known.keys().next().value);
    return entry;
  }
  return { recall, has: (key) => known.has(key) };
}

/** An element that holds `draw(value)` as soon as the entry of a memory has it; nothing where `draw` says null. */
export function pending(entry, draw, { waiting = t('pending') } = {}) {
  const element = el('div', {});
  const show = () => replaceChildren(element, entry.problem ? el('p', { class: 'note warn', role: 'alert' }, describe(entry.problem)) : draw(entry.value));
  if (entry.value !== undefined || entry.problem) show();
  else {
    replaceChildren(element, el('p', { class: 'muted' }, waiting));
    entry.promise.then(show);
  }
  return element;
}
