/** The numbers of the hotspot view: which questions are asked of the server for a view, each again only when it changed. */

import { get, isAbort, urlOf } from './api.js';
import { latest } from './latest.js';
import { bboxText, conditions, fullQuery, heatQuery, stretchQuery } from './query.js';

export const SECTION_METRES = 5000;

/** What some accounts may not see, or some servers don't have: its absence is an answer. */
const OPTIONAL = ['effortMonths', 'effort'];
const ABSENT = [403, 404];

/**
 * The questions for a view. `frame`: `{period, extent, area, zoom, theme, borderWith}`; `area` is the box of the map.
 * - `legend`: classes of the heat, and the counts of the filter
 * - `weeks`: weeks of the whole time, under the conditions and the stretch
 * - `months`: kilometre by month of the whole time, under the conditions
 * - `sections`: kilometres of the period
 * - `view`, `strongest`: totals and kilometres of the period within the map
 * - `effortMonths`, `effort`: patrol hours by kilometre and month of the whole time, and of the period; where patrols are not
 *   stored or not to be seen there is none
 * - `found`: kilometres of the period, of what patrols have found; none when the conditions leave patrols out
 */
export function questions(view, { period, extent, area, zoom, theme, borderWith }) {
  const wholeTime = { ...conditions(view), datetime: `${extent.from}/${extent.to}` };
  const thisPeriod = { ...conditions(view), datetime: `${period.from}/${period.to}` };
  const profile = { borderWith, sectionMetres: SECTION_METRES };
  const kind = view.synthetic === null ? {} : { synthetic: view.synthetic };
  const byPatrols = view.source.length === 0 || view.source.includes('patrol');
  return {
    legend: ['/api/maps/heat/legend', { ...heatQuery(view, period, theme), zoom: Math.round(zoom) }],
    weeks: ['/api/summary/histogram', { ...wholeTime, ...stretchQuery(view.stretch), step: 'week' }],
    months: ['/api/summary/profile', { ...wholeTime, ...profile, step: 'month' }],
    sections: ['/api/summary/profile', { ...thisPeriod, ...profile }],
    view: ['/api/summary/totals', { ...fullQuery(view, period), bbox: bboxText(area) }],
    strongest: ['/api/summary/profile', { ...thisPeriod, ...profile, bbox: bboxText(area) }],
    effortMonths: ['/api/summary/effort', { ...kind, datetime: wholeTime.datetime, ...profile, step: 'month' }],
    effort: ['/api/summary/effort', { ...kind, datetime: thisPeriod.datetime, ...profile }],
    found: byPatrols ? ['/api/summary/profile', { ...thisPeriod, ...profile, source: 'patrol' }] : null,
  };
}

/**
 * Asks what changed. `onAnswer(name, document)` for each answer, `onSettled(answers)` when all are there,
 * `onBusy(boolean)`, `onError(problem)`. `forget()` makes the next `ask` ask everything again.
 */
export function createSummaries({ onAnswer, onSettled, onBusy, onError }) {
  const asked = new Map();
  const answers = {};
  const requests = new Map();
  let open = 0;

  async function askOne(name, question) {
    if (!question) return drop(name);
    const [path, query] = question;
    const key = urlOf(path, query);
    if (asked.get(name) === key) return;
    asked.set(name, key);
    if (!requests.has(name)) requests.set(name, latest((signal, ...asking) => get(asking[0], { query: asking[1], signal })));
    try {
      const answer = await requests.get(name)(path, query);
      if (answer === undefined) return;
      answers[name] = answer;
      onAnswer(name, answer);
    } catch (error) {
      if (OPTIONAL.includes(name) && ABSENT.includes(error.status)) return void delete answers[name];
      if (asked.get(name) === key) asked.delete(name);
      if (!isAbort(error)) onError(error);
    }
  }

  function drop(name) {
    requests.get(name)?.cancel();
    asked.delete(name);
    delete answers[name];
  }

  async function ask(list) {
    open++;
    onBusy(true);
    await Promise.all(Object.entries(list).map(([name, question]) => askOne(name, question)));
    open--;
    if (open > 0) return;
    onBusy(false);
    onSettled(answers);
  }

  const forget = () => asked.clear();
  const cancel = () => requests.forEach((request) => request.cancel());
  return { ask, forget, cancel, answers };
}
