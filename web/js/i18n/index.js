/** The page in two languages: `t(key, params)` for words, and the number and date forms of each language. */

import { dayOf, timeOfDay } from '../time.js';

const dictionaries = { vi: new Map(), en: new Map() };
const LOCALES = { vi: 'vi-VN', en: 'en-GB' };
const NO_BREAK_SPACE = '\u00a0';
const TRUE_MINUS = '\u2212';

let language = 'vi';

export const currentLanguage = () => language;

/** Switches language; what is on screen is drawn again by whoever listens to the state. */
export function setLanguage(next) {
  language = next in LOCALES ? next : 'vi';
}

/** Adds the words of one area: `{vi: {key: text}, en: {key: text}}`, with the same keys in both. */
export function addWords(words) {
  for (const code of Object.keys(LOCALES)) {
    for (const [key, text] of Object.entries(words[code])) dictionaries[code].set(key, text);
  }
}

/**
 * The text of `key`, with `{name}` filled from `params`; numbers are written in the language's form.
 * Where `params.count` is 1 and `key.one` exists, that is used. A missing key shows itself.
 */
export function t(key, params = {}) {
  const words = dictionaries[language];
  const text = (params.count === 1 ? words.get(`${key}.one`) : undefined) ?? words.get(key) ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!(name in params)) return whole;
    return typeof params[name] === 'number' ? formatNumber(params[name]) : String(params[name]);
  });
}

/** True when a word exists in the language in use, e.g. for codes that the server may add later. */
export const hasWord = (key) => dictionaries[language].has(key);

/** `18.500` or `18,500`; decimals only when asked for; a true minus. */
export function formatNumber(value, decimals = 0) {
  const text = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: 'always',
  }).format(value);
  return text.replace('-', TRUE_MINUS);
}

/** A share of one as `92,9 %` or `92.9%`; `signed` puts + before a rise. */
export function formatPercent(share, { decimals = 1, signed = false } = {}) {
  const number = formatNumber(share * 100, decimals);
  const sign = signed && share > 0 ? '+' : '';
  return `${sign}${number}${language === 'vi' ? NO_BREAK_SPACE : ''}%`;
}

/** Three figures for a rate: `276`, `85,7`, `4,13`. */
export function formatRate(value) {
  const size = Math.abs(value);
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** A day (`YYYY-MM-DD`, Date or ISO time, taken in Asia/Ho_Chi_Minh) as `30/06/2024` or `30 Jun 2024`. */
export function formatDate(value) {
  const [year, month, day] = dayOf(value).split('-');
  if (language === 'vi') return `${day}/${month}/${year}`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, 1)));
  return `${Number(day)} ${name.slice(0, 3)} ${year}`;
}

/** `30/06/2024 02:40`, the clock of Asia/Ho_Chi_Minh. */
export const formatDateTime = (value) => `${formatDate(value)} ${timeOfDay(value)}`;

/** `01/01/2024 – 30/06/2024`. */
export const formatPeriod = (from, to) => `${formatDate(from)} – ${formatDate(to)}`;

/** The name of a month for an axis or a table: `06/2024` or `Jun 2024`. */
export function formatMonth(value) {
  return language === 'vi' ? dayOf(value).slice(5, 7) + '/' + dayOf(value).slice(0, 4) : formatDate(value).replace(/^\d+ /, '');
}

/** Chainage: `Km 1134+600` or `km 1,134.6`. */
export function formatKm(km) {
  if (language === 'en') return `km ${formatNumber(km, 1)}`;
  const metres = Math.round(km * 1000);
  return `Km ${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, '0')}`;
}

/** A stretch: `Km 1205–1210` or `km 1,205–1,210`. */
export function formatStretch(fromKm, toKm) {
  const short = (km) => (language === 'en' ? formatNumber(km, km % 1 ? 1 : 0) : String(Math.round(km * 10) / 10).replace('.', ','));
  return `${language === 'en' ? 'km' : 'Km'} ${short(fromKm)}–${short(toKm)}`;
}

/** A distance: metres below one kilometre, else kilometres with one decimal. */
export function formatMetres(metres) {
  const size = Math.abs(metres);
  return size < 1000
    ? `${formatNumber(Math.round(metres))}${NO_BREAK_SPACE}m`
    : `${formatNumber(metres / 1000, size < 10_000 ? 1 : 0)}${NO_BREAK_SPACE}km`;
}

/** A bandwidth, always in metres, as it is set: `1.500 m`. */
export const formatBandwidth = (metres) => `${formatNumber(metres)}${NO_BREAK_SPACE}m`;
