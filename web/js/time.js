/** Days, weeks, months and half-years in Asia/Ho_Chi_Minh, which has stood at UTC+7 without summer time since 1975. */

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const pad = (number) => String(number).padStart(2, '0');

/** The day of `value` as `YYYY-MM-DD`: a plain day stays, a Date or an ISO time is taken on the clock of Ho Chi Minh City. */
export function dayOf(value) {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return new Date(new Date(value).getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** `02:40` on the clock of Ho Chi Minh City. */
export const timeOfDay = (value) => new Date(new Date(value).getTime() + OFFSET_MS).toISOString().slice(11, 16);

/** Midnight at the start of `day`, in milliseconds since 1970. */
export const startOf = (day) => Date.parse(`${day}T00:00:00Z`) - OFFSET_MS;

export const addDays = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from `from` to `to`, both counted. */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** `day` moved by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.getUTCFullYear()}-${pad(first.getUTCMonth() + 1)}-${pad(Math.min(date, last))}`;
}

/** The half-year that holds `day`: `{year, half, from, to}`. */
export function halfYearOf(day) {
  const year = Number(day.slice(0, 4));
  const half = Number(day.slice(5, 7)) <= 6 ? 1 : 2;
  return half === 1 ? { year, half, from: `${year}-01-01`, to: `${year}-06-30` } : { year, half, from: `${year}-07-01`, to: `${year}-12-31` };
}

/** The half-years that touch `from`..`to`, the latest first. */
export function halfYears(from, to) {
  const all = [];
  for (let each = halfYearOf(to); each.to >= from; each = halfYearOf(addDays(each.from, -1))) all.push(each);
  return all;
}

/** The half-year that is exactly `from`..`to`, or null. */
export function exactHalfYear(from, to) {
  const half = halfYearOf(from);
  return half.from === from && half.to === to ? half : null;
}

/** `period` moved by its own length, forwards or backwards; whole half-years and months stay whole. */
export function shiftPeriod({ from, to }, steps) {
  const wholeMonths = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  if (wholeMonths) {
    const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
    return { from: addMonths(from, steps * months), to: addDays(addMonths(addDays(to, 1), steps * months), -1) };
  }
  const days = daysBetween(from, to) * steps;
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** The same period a year earlier; whole months stay whole. */
export const yearBefore = ({ from, to }) => ({ from: addMonths(from, -12), to: addDays(addMonths(addDays(to, 1), -12), -1) });

/** A day typed as `30/06/2024`, `30.6.2024` or `2024-06-30`; null when there is no such day. */
export function parseDay(text) {
  const local = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text);
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const [year, month, day] = local ? [local[3], local[2], local[1]] : iso ? iso.slice(1) : [];
  if (!year) return null;
  const written = `${year}-${pad(Number(month))}-${pad(Number(day))}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written;
}

/** First day of the lunar new year (Tết Nguyên đán), as published; other years are simply not marked. */
export const TET = {
  2018: '2018-02-16', 2019: '2019-02-05', 2020: '2020-01-25', 2021: '2021-02-12', 2022: '2022-02-01', 2023: '2023-01-22',
  2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06', 2028: '2028-01-26', 2029: '2029-02-13', 2030: '2030-02-03',
};
