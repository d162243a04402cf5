/** The fields that questions about the network have in common. */

import { t } from '../i18n/index.js';
import { bearing, setSettings } from '../analysis/fields.js';
import { SETTINGS } from '../analysis/settings.js';
import { el } from '../dom.js';
import { chooser, segmented } from '../panels/fields.js';

/** One of the choices of a setting, from a list; `parameter` is the input that the server speaks of. */
export function listField(state, name, parameter, { words = (value) => t(`${name}.${value}`) } = {}) {
  const field = chooser({ id: `field-${name}`, label: t(`setting.${name}`), choices: SETTINGS[name].choices.map((value) => [String(value), words(value)]), onChoose: choose });
  function choose(text) {
    setSettings(state, { [name]: SETTINGS[name].choices.find((value) => String(value) === text) });
  }
  return bearing(parameter, { element: field.element, update: ({ settings }) => field.update(String(settings[name])) });
}

/** One of few choices, side by side. */
export function rowField(state, name, parameter) {
  const field = segmented(t(`setting.${name}`), SETTINGS[name].choices.map((value) => [value, t(`${name}.${value}`)]), (value) => setSettings(state, { [name]: value }));
  const element = el('div', { class: 'field' }, el('span', { class: 'field-label', 'aria-hidden': 'true' }, t(`setting.${name}`)), field.element);
  return bearing(parameter, { element, update: ({ settings }) => field.update(settings[name]) });
}
