/** What happens when a stretch is closed: how those who took it go on, and how many still arrive. */

import { answerOf } from '../../analysis/ask.js';
import { createMemory } from '../pending.js';

const WAYS = 3;

const memory = createMemory();
const keyOf = (feature, job) => `${job.jobID} ${feature.properties.edges.join(' ')}`;

export const isClosureKnown = (feature, job) => memory.has(keyOf(feature, job));

/**
 * An entry of a memory with `{summary, ways, open}`: the summary of the key segments without the stretch, the ways that remain between its ends, by
 * rank, and the cost of the way between them as it is, or null. `job` is that of the key segments.
 */
export function askClosure(feature, job) {
  return memory.recall(keyOf(feature, job), async () => {
    const { edges } = feature.properties;
    const [from, to] = [feature.geometry.coordinates[0], feature.geometry.coordinates.at(-1)];
    const { weight, synthetic } = job.inputs;
    const ends = { from, to, weight, ...(synthetic === undefined ? {} : { synthetic }) };
    const isRing = from[0] === to[0] && from[1] === to[1];
    const [closed, ways, open] = await Promise.all([
      answerOf('key-segments', { ...job.inputs, closed: edges, most: 1 }),
      isRing ? { features: [] } : answerOf('alternative-routes', { ...ends, k: WAYS, method: 'dissimilar', closed: edges }),
      isRing ? { features: [] } : answerOf('alternative-routes', { ...ends, k: 1, method: 'yen' }),
    ]);
    return { summary: closed.summary, ways: ways.features, open: open.features[0]?.properties.cost ?? null };
  });
}
