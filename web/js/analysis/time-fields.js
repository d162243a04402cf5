/** The fields of analyses over time: how far back, in which steps. */

import { t } from '../i18n/index.js';
import { chooser } from '../panels/fields.js';
import { bearing, setSettings } from './fields.js';
import { SETTINGS } from './settings.js';

/** One setting out of a list, with its words under `setting.name.choice`. `parameter`: the input that it becomes. */
export function choiceField(state, name, parameter) {
  const choices = SETTINGS[name].choices.map((choice) => [choice, t(`setting.${name}.${choice}`)]);
  const field = chooser({ id: `setting-${name}`, label: t(`setting.${name}`), choices, onChoose: (choice) => setSettings(state, { [name]: choice }) });
  return bearing(parameter, { element: field.element, update: ({ settings }) => field.update(settings[name]) });
}

export const spanField = (state) => choiceField(state, 'span', 'datetime');
export const stepField = (state) => choiceField(state, 'step', 'step');
