/**
 * The views of the workbenches that are made of results. Each is one module with the same face, so that the workbench
 * (workbench.js) runs, shows, prints and compares all of them without knowing any:
 *
 * - `id`: its name in the state and in links; `processId`: the process that computes it
 * - `title()`: its tab
 * - `inputsOf(view, {period, extent, hasEffort})`: what the process is asked, exactly as it is sent, with every setting that
 *   the view follows, since results are told apart by it (inputs.js has `filterOf`); null while something is still to be chosen, which
 *   `openQuestion(view)` then says, where an analysis has it; pure
 * - `settingsOf(inputs)`: the settings (settings.js) that would ask the same, as a patch of `view.settings`; pure. `viewOf(inputs)`, where an
 *   analysis has it, the same of the view itself
 * - `wordsOf(inputs)`: the method in a few words, for the list of past runs: `lục giác 2.000 m, dải 4.000 m`; pure
 * - `createControls({state, base, hasEffort})` (`hasEffort` is null until that is known): `{element, update(view)}`, the fields of its settings (fields.js). A field holds
 *   `data-parameter`, the name of the input, where the workbench puts what the server says about that input
 * - `createLayer(map, {pane})`: `{show(document or null, view), select(id or null), at(containerPoint), boundsOf(id), redraw(), remove()}`.
 *   `show` draws all at once, also when only a setting changed that is of the picture alone; `at` answers a feature or null,
 *   `boundsOf` `[west, south, east, north]` or null
 * - `ranked(document, view)`: its features in the order of n and p, the strongest first
 * - `legend(document, {view, base})`: `{title, unit, body, method}`: texts, `body` nodes. Only what is on the map, with counts and n;
 *   period, conditions, "synthetic" and "as a table" are added by the workbench
 * - `story(feature, document, {view, base, deeds, rank})`: sections for the panel at the right; `deeds` are
 *   `{close, previous, next, detections, set}`, functions or null (`set(patch)` changes the view), and `rank` is `{place, of}` or null (parts.js has the common ones); also `period`, and the `job`
 * - `say(feature, document, {view, base})`: the feature in a sentence, read out when keys have chosen it
 * - `tables(document, {view, base})`: `[{caption, columns, rows, numeric}]`: texts; `numeric` is the first column of figures
 * - `sentence(document, {view, base})`: what it has found, for those who do not see it
 * - `classes(document, view)`: `[{key, swatch(), words, count}]`, all kinds in the order of a legend, for one of two results
 * - not in all: `isHot(feature, document, view)`, true, false or null where nothing can be said, for what has changed; `list(document, {base, choose(feature)})`, sections that stand before the numbers while nothing is chosen, and
 *   `windowOf(feature, {base})`, when and where a feature is, `{from, to, stretch}`, to be marked in the joint picture; `read(document)`, the
 *   document as the page looks at it, where that isn't what the server sent; `usesDetections`, false where the view has something to say without any; and `taken()` of a layer, boxes that labels leave free
 *
 * Those of the commander and the analyst also have `dock(document, {base, choose(feature), chosen})`: `{title, note, body}` for what stands under the map.
 *
 * `document` is the result as design and server give it, `view` the state, `base` the prepared basemap. All words are asked
 * for when they are shown, as the language may change.
 */

import * as plan from '../patrol/plan.js';
import * as alternatives from '../routes/alternatives.js';
import * as segments from '../routes/segments.js';
import * as clusters from './clusters.js';
import * as gi from './gi.js';
import * as trends from './trends.js';

/** Those of the planner, in the order of their tabs, after the density. */
export const ANALYSES = Object.freeze([gi, trends, clusters]);

/** Those of the analyst, in the order of their tabs. */
export const ROUTE_ANALYSES = Object.freeze([segments, alternatives]);

/** That of the commander. */
export const PATROL_ANALYSES = Object.freeze([plan]);

/** The analysis that a process makes; undefined when the page has none for it. */
export const analysisOfProcess = (processId) => [...ANALYSES, ...PATROL_ANALYSES, ...ROUTE_ANALYSES].find((each) => each.processId === processId);
