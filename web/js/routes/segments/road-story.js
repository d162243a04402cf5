/** The story of any road, chosen on the map itself: what it is, how long it takes, what lies on it. */

import { figures, keyValues, storyHead } from '../../analysis/parts.js';
import { climbOf, heightsChart } from '../../charts/heights.js';
import { el } from '../../dom.js';
import { formatNumber, t } from '../../i18n/index.js';
import { pending } from '../pending.js';
import { betweenWords, classWords, formatDuration, formatKilometres, roadWords } from '../words.js';
import { NEAR_METRES, segmentDetails } from './details.js';
import { routesOver } from './routes-over.js';

const CHART = { width: 296, height: 132 };
const PREFIX = 'edge:';

/** How a road is called in the state, where the ids of features stand too. */
export const roadId = (edge) => `${PREFIX}${edge}`;
export const edgeOf = (id) => (id?.startsWith(PREFIX) ? id.slice(PREFIX.length) : null);

/** Sections for the panel at the right. `onFeature(feature)` hears the road when it is there. */
export function roadStory(edge, { view, period, base, deeds, onFeature }) {
  return pending(segmentDetails(edge, view, period), (feature) => {
    onFeature(feature);
    const { properties: p, geometry } = feature;
    return [
      storyHead(roadWords(p), betweenWords(geometry.coordinates, base.places), [classWords(p.class), `${formatKilometres(p.length_m)} km`].join(' · '), null, deeds),
      el('section', {}, keyValues([[t('road.walk'), bothWays(p.walk_s, p.walk_back_s)], [t('road.drive'), bothWays(p.drive_s, p.drive_back_s) ?? t('way.notDrivable')], [t('road.part'), p.part > 0 ? t('road.part.other') : null]]), p.synthetic && el('p', { class: 'spaced' }, el('span', { class: 'synthetic' }, t('synthetic.badge')))),
      heights(p),
      p.detections && el('section', {}, el('h2', {}, t('near.title', { metres: formatNumber(NEAR_METRES) })), figures([[p.detections.count, t('detections')], [p.detections.persons, t('persons')]])),
      el('section', {}, el('h2', {}, t('near.routes')), routesOver(p.routes ?? [])),
    ];
  });
}

/** `54 phút, về 58 phút`; one where both are alike or only one way is open; null where neither is. */
function bothWays(there, back) {
  const known = [there, back].filter(Number.isFinite).map(formatDuration);
  if (known.length === 0) return null;
  return known.length === 1 || known[0] === known[1] ? known[0] : t('road.bothWays', { there: known[0], back: known[1] });
}

function heights(p) {
  const { profile } = p;
  if (!profile?.length || profile.some(([, metres]) => metres === null)) return null;
  const { least, most, rise } = climbOf(profile);
  const label = t('heights.label', { title: roadWords(p), least: Math.round(least), most: Math.round(most), rise: Math.round(rise) });
  return el('section', {}, el('h2', {}, t('heights'), el('small', {}, t('heights.unit'))), heightsChart([{ profile, chosen: true, name: roadWords(p) }], { ...CHART, label }));
}
