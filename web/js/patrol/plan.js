/** The plan: where the teams of all posts go so that most is intercepted. The face of analysis/views.js. */

import { bearing, setSettings } from '../analysis/fields.js';
import { SETTINGS } from '../analysis/settings.js';
import { el } from '../dom.js';
import { formatNumber, t } from '../i18n/index.js';
import { slider } from '../panels/fields.js';
import { rowField } from '../routes/fields.js';
import { createAreaLayer } from './area-layer.js';
import { guardField } from './guard-field.js';
import { planLegend } from './legend.js';
import { postsField, sumOf } from './posts-field.js';
import { planStory } from './story.js';
import { planTables } from './tables.js';
import { termsField } from './terms-field.js';
import { planSentence, sayArea } from './words.js';

export const id = 'plan';
export const processId = 'patrol-areas';
export const title = () => t('patrols.plan');

export { inputsOf, settingsOf, viewOf } from './inputs.js';
export { planAsRead as read } from './areas.js';
export const legend = planLegend;
export const story = planStory;
export const say = sayArea;
export const tables = planTables;
export const sentence = planSentence;
export const createLayer = createAreaLayer;
export const ranked = (document) => document.features;

export const wordsOf = ({ teams, hours, reachMinutes }) => t('plan.words', { count: typeof teams === 'object' ? sumOf(teams) : teams, hours, minutes: reachMinutes });

/** Teams by post are being chosen, and there is none yet. */
export const openQuestion = ({ posts }) => (posts && sumOf(posts) === 0 ? t('teams.none') : null);

export function createControls({ state, base }) {
  const fields = [
    postsField(state, base),
    sliderField(state, 'dutyHours', 'hours', (hours) => t('plan.hours.value', { hours })),
    sliderField(state, 'reachMinutes', 'reachMinutes', (minutes) => t('plan.minutes.value', { minutes })),
    rowField(state, 'patrolTravel', 'weight'),
    guardField(state, base),
    termsField(state),
  ];
  return { element: el('div', {}, fields.map((field) => field.element)), update: (view) => fields.forEach((field) => field.update(view)) };
}

function sliderField(state, name, parameter, format) {
  const field = slider({ id: `field-${name}`, label: t(`setting.${name}`), steps: SETTINGS[name].choices, format: (value) => format(formatNumber(value)), onChoose: (value) => setSettings(state, { [name]: value }) });
  return bearing(parameter, { element: field.element, update: ({ settings }) => field.update(settings[name]) });
}
