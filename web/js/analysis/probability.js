/** How p values are written: never as zero, and never finer than what they were made of. Pure but for the language. */

import { formatNumber, t } from '../i18n/index.js';

const SMALLEST = 0.0001;

/** `p = 0,0123`; `p < 0,0001` below that. */
export function formatP(p) {
  return p < SMALLEST ? `p < ${formatNumber(SMALLEST, 4)}` : `p = ${formatNumber(p, 4)}`;
}

/**
 * A Monte Carlo p from `replicates` simulations. It is a multiple of 1 / (replicates + 1), and its smallest value only says
 * that no simulation came up to the data: `p ≤ 0,001`.
 */
export function formatSimulatedP(p, replicates) {
  const decimals = Math.max(2, Math.ceil(Math.log10(replicates + 1)));
  const step = 1 / (replicates + 1);
  return p <= step * 1.000001 ? `p ≤ ${formatNumber(step, decimals)}` : `p = ${formatNumber(p, decimals)}`;
}

/** Whether a cluster can be told from chance, at 5 %. */
export const isClear = (p) => p <= 0.05;

/** The same in words. */
export const verdictOf = (p) => t(isClear(p) ? 'clusters.clear' : 'clusters.unclear');
