/** What goes out of a plan: the order on paper, tracks for handhelds, of all teams or of one. */

import { isAbort } from '../../api.js';
import { announce, openDialog } from '../../dialog.js';
import { el, icon } from '../../dom.js';
import { t } from '../../i18n/index.js';
import { chooser } from '../../panels/fields.js';
import { save } from '../../save.js';
import { teamWords } from '../roster-table.js';
import { orderFile } from './requests.js';
import { planProblem } from './words.js';

const ALL = '';
/** Path of a form and the word on its button. */
const ORDER = [['order.pdf', 'kept.order.pdf', 'print']];
const TRACKS = [['tracks.gpx', 'kept.order.gpx', 'download'], ['tracks.kml', 'kept.order.kml', 'download']];

export const openOrder = (plan) => open(plan, t('kept.order'), t('kept.order.note'), ORDER);
export const openTracks = (plan) => open(plan, t('kept.tracks'), t('kept.tracks.note'), TRACKS);

function open(plan, title, note, forms) {
  let team = ALL;
  const failure = el('p', { class: 'field-error', role: 'alert' });
  const teams = chooser({ id: 'order-team', label: t('kept.order.team'), choices: [[ALL, t('kept.order.all')], ...plan.teams.map(({ code }) => [code, teamWords(code, plan)])], onChoose: (value) => (team = value) });
  const buttons = forms.map(([form, words, picture], i) => {
    const button = el('button', { type: 'button', class: i === 0 ? 'button primary' : 'button', onclick: () => take(form, button) }, icon(picture, 16), t(words));
    return button;
  });
  const dialog = openDialog({
    title,
    body: [
      el('p', {}, el('b', {}, plan.name), ' ', plan.status === 'draft' && el('span', { class: 'tag plan-draft' }, t('kept.status.draft')), ' ', plan.synthetic && el('span', { class: 'synthetic' }, t('synthetic.badge'))),
      el('p', { class: 'muted' }, plan.status === 'draft' ? `${note} ${t('kept.order.draft')}` : note),
      teams.element,
      failure,
    ],
    footer: [el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), buttons],
  });

  async function take(form, button) {
    button.disabled = true;
    failure.textContent = '';
    try {
      save(await orderFile(plan, form, team || null), nameOf(plan, form, team));
      announce(t('kept.order.done'));
      dialog.close();
    } catch (problem) {
      if (!isAbort(problem)) failure.textContent = planProblem(problem);
      button.disabled = false;
    }
  }
}

/** `patrol-order-2024-07-01-v2-LS-04-1-synthetic.pdf`: what a folder of such files has to say. Pure. */
export function nameOf({ from, version, status, synthetic }, form, team) {
  const [kind, type] = form.split('.');
  const words = [kind === 'order' ? 'patrol-order' : 'patrol-tracks', from, `v${version}`, team.replaceAll('/', '-'), status === 'draft' && 'draft', synthetic && 'synthetic'];
  return `${words.filter(Boolean).join('-')}.${type}`;
}
