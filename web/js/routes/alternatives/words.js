/** What has been found between two places, in sentences. */

import { currentLanguage, formatMetres, formatPercent, t } from '../../i18n/index.js';
import { inLanguage } from '../../message.js';
import { formatCost, formatDuration, viaWords } from '../words.js';

export const methodWords = ({ method, weight, max_overlap: overlap }) =>
  [t(`method.${method}.words`), Number.isFinite(overlap) && method === 'dissimilar' && t('ways.maxOverlap', { share: formatPercent(overlap, { decimals: 0 }) }), t(`travel.${weight}.inside`)].filter(Boolean).join('; ');

/** Why there are no ways, or fewer than were asked for; null where the server gives no reason. */
export const reasonWords = ({ reason }) => (reason ? inLanguage(reason, currentLanguage()) : null);

export const noWayWords = (summary) => reasonWords(summary) ?? t('ways.none');

export const timeWords = (seconds) => (Number.isFinite(seconds) ? formatDuration(seconds) : t('way.notDrivable'));

export function waySentence({ features, summary }, { base }) {
  if (features.length === 0) return noWayWords(summary);
  const [{ properties: p, geometry }] = features;
  return t('ways.sentence', { count: features.length, via: viaWords(p, geometry, base), cost: formatCost(p.cost, summary.weight), length: Number.isFinite(p.length_m) ? formatMetres(p.length_m) : '' });
}

export const sayWay = ({ properties: p, geometry }, { summary }, { base }) => t('ways.say', { rank: p.rank, via: viaWords(p, geometry, base), cost: formatCost(p.cost, summary.weight) });
