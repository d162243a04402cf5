/** Two results of the same analysis beside each other. */

import { jobResult, jobStatus } from '../jobs.js';
import { analysisOfProcess } from '../views.js';
import { periodOfJob, whenWords } from '../../panels/runs/times.js';
import { inOrder, namesOf } from './matching.js';

/** Fetches two results: `[{job, document, summary, inputs, created}]` in the order of the map. Null when they are of different analyses. */
export async function loadPair(ids, signal) {
  const jobs = await Promise.all(ids.map((id) => jobStatus(id, signal)));
  const analysis = analysisOfProcess(jobs[0].processID);
  if (!analysis || jobs[1].processID !== jobs[0].processID) return null;
  const documents = await Promise.all(ids.map((id) => jobResult(id, signal)));
  const [left, right] = inOrder(...jobs.map((job, i) => ({ job, document: documents[i], features: documents[i].features, summary: documents[i].summary, inputs: job.inputs, created: job.created })));
  return { analysis, pair: [left, right] };
}

/** The two sides: `{name, detail, show(pane), select(id), at(point), redraw(), remove()}`. */
export function resultSides(map, analysis, pair, view) {
  const names = namesOf(pair.map(({ job, inputs }) => [periodOfJob(job), analysis.wordsOf(inputs ?? {}), whenWords(job.finished ?? job.created)]));
  return pair.map(({ document }, i) => {
    let layer = null;
    return {
      ...names[i],
      show(pane) {
        layer = analysis.createLayer(map, { pane });
        layer.show(document, view);
      },
      select: (id) => layer.select(id),
      at: (point) => layer.at(point),
      redraw: () => layer?.redraw(),
      remove: () => layer?.remove(),
    };
  });
}
