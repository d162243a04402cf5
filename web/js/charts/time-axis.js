/** The one time axis of the joint picture: days to pixels and back. Pure. */

import { addDays, addMonths, halfYears, startOf, TET } from '../time.js';

const DAY_MS = 86_400_000;

/** `from`..`to` (days, both counted) over `left`..`right` in pixels. */
export function timeAxis({ from, to }, left, right) {
  const begin = startOf(from);
  const end = startOf(addDays(to, 1));
  const x = (milliseconds) => left + ((milliseconds - begin) / (end - begin)) * (right - left);
  const dayAt = (pixel) => {
    const share = Math.min(1, Math.max(0, (pixel - left) / (right - left)));
    return addDays(from, Math.round((share * (end - begin)) / DAY_MS));
  };
  return { from, to, left, right, x, xOfDay: (day) => x(startOf(day)), dayAt };
}

/** Half-years that the axis shows, the earliest first, cut at its ends. */
export function halfYearTicks({ from, to }) {
  return halfYears(from, to).reverse().map((half) => ({ ...half, from: half.from < from ? from : half.from, to: half.to > to ? to : half.to }));
}

/** First days of Tết within the axis. */
export const tetDays = ({ from, to }) => Object.values(TET).filter((day) => day >= from && day <= to);

/** A brush moved by keys: `period` shifted by days or months, kept whole inside `extent`. */
export function movePeriod(period, extent, { days = 0, months = 0 }) {
  const move = (day) => (months === 0 ? addDays(day, days) : addMonths(day, months));
  const moved = { from: move(period.from), to: months === 0 ? addDays(period.to, days) : addDays(addMonths(addDays(period.to, 1), months), -1) };
  return moved.from < extent.from || moved.to > extent.to ? period : moved;
}

/** One end of the brush moved; the other stays, at least a week apart, inside `extent`. */
export function moveEnd(period, extent, end, day) {
  if (end === 'from') {
    const latest = addDays(period.to, -6);
    return { from: clampDay(day, extent.from, latest < extent.from ? extent.from : latest), to: period.to };
  }
  const earliest = addDays(period.from, 6);
  return { from: period.from, to: clampDay(day, earliest > extent.to ? extent.to : earliest, extent.to) };
}

const clampDay = (day, low, high) => (day < low ? low : day > high ? high : day);
