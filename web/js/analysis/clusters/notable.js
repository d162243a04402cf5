/** Which clusters are worth a look. Pure. */

import { isClear } from '../probability.js';

/** Above this, half of all maps made by chance have a cluster as strong: it says nothing and would only cover the others. */
const MOST_P = 0.5;

export const isNotable = ({ properties }) => properties.p <= MOST_P;

/** How many there are: clear ones, others that are drawn, and the rest, which only the table has. */
export function countClusters(features) {
  const clear = features.filter(({ properties }) => isClear(properties.p)).length;
  const drawn = features.filter(isNotable).length;
  return { clear, unclear: drawn - clear, rest: features.length - drawn };
}
