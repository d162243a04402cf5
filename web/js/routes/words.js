/** Words of ways in general: what kind of road, what it costs, between which places. */

import { distanceMetres } from '../map/mercator.js';
import { currentLanguage, formatMetres, formatNumber, hasWord, t } from '../i18n/index.js';

const NO_BREAK_SPACE = '\u00a0';
/** A town farther away than this says nothing about the end of a road. */
const NEAR_METRES = 9000;

/** `54 phút`, `2:35 giờ`; below a minute as one minute. */
export function formatDuration(seconds) {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes}${NO_BREAK_SPACE}${t('unit.minutes')}`;
  return `${formatNumber(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}${NO_BREAK_SPACE}${t('unit.hours.clock')}`;
}

/** What a way costs, by the weight that it was measured with. */
export const formatCost = (cost, weight) => (weight === 'metres' ? formatMetres(cost) : formatDuration(cost));

/** `+54 phút`; nothing is said of what isn't more. */
export const formatExtra = (cost, weight) => (cost < (weight === 'metres' ? 1 : 30) ? '0' : `+${formatCost(cost, weight)}`);

/** Kilometres with one decimal, for columns headed km. */
export const formatKilometres = (metres) => formatNumber(metres / 1000, 1);

/** `Quốc lộ`, `Đường mòn`; the server's own word for a class that the page doesn't know. */
export function classWords(kind) {
  const key = `way.${kind}`;
  return hasWord(key) ? t(key) : (kind ?? t('way.unknown'));
}

/** What people call it: number and name, else its kind. */
export const roadWords = ({ ref, name, class: kind }) => [ref, name !== ref && name].filter(Boolean).join(' ') || classWords(kind);

/** The name of the nearest of `places`, or null when none is near. */
export function placeNear(places, point) {
  let best = null;
  let least = NEAR_METRES;
  for (const place of places) {
    const metres = distanceMetres([place.lon, place.lat], point);
    if (metres < least) [least, best] = [metres, place];
  }
  if (!best) return null;
  return currentLanguage() === 'en' ? (best.nameEn ?? best.name_en ?? best.name) : best.name;
}

/** `Lạng Sơn – Đồng Đăng`, `đến Na Sầm` where only one end is near a town, `gần Na Sầm` where both are; empty where there is none. */
export function betweenWords(coordinates, places) {
  const [from, to] = [coordinates[0], coordinates.at(-1)].map((point) => placeNear(places, point));
  if (from && to && from !== to) return `${from} – ${to}`;
  if (from && to) return t('way.near', { place: from });
  return from || to ? t('way.to', { place: from ?? to }) : '';
}

/** The roads along a way, and else the towns that it joins. */
export function viaWords({ via }, geometry, base) {
  const roads = Array.isArray(via) ? via : via ? [via] : [];
  return roads.length > 0 ? roads.slice(0, 3).join(', ') : betweenWords(geometry.coordinates, base.places) || t('way.unnamed');
}
