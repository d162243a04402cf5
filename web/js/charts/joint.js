/** The joint picture: weeks on top, kilometre by month below, kilometres of the period at the side; shared axes. */

import { svg } from '../dom.js';
import { currentLanguage, formatNumber, t } from '../i18n/index.js';
import { addMonths, dayOf } from '../time.js';
import { classOf, ladderAbove, ladderBelow, MATRIX_CLASSES } from './ladder.js';
import { halfYearTicks, tetDays, timeAxis } from './time-axis.js';

const AXIS_HEIGHT = 18;
const TET_HEIGHT = 16;
const GAP = 6;

/** Where the parts of the picture stand, from the size of its host. A narrow one has no profile at the side. */
export function layout(width, height, extent, sections) {
  const narrow = width < 520;
  const left = narrow ? 44 : 108;
  const profile = narrow ? 0 : Math.min(140, Math.round(width * 0.16));
  const right = width - (profile > 0 ? profile + 34 : 10);
  const bottom = height - AXIS_HEIGHT;
  const weeksTop = TET_HEIGHT;
  const weeksBottom = weeksTop + Math.round((bottom - TET_HEIGHT) * 0.28);
  const matrixTop = weeksBottom + GAP;
  const rowHeight = sections.length > 0 ? (bottom - matrixTop) / sections.length : 0;
  const first = sections[0]?.fromKm ?? 0;
  const last = sections.at(-1)?.toKm ?? 1;
  return {
    width,
    height,
    narrow,
    axis: timeAxis(extent, left, right),
    weeks: { top: weeksTop, bottom: weeksBottom },
    matrix: { top: matrixTop, bottom, rowHeight },
    profile: profile > 0 ? { left: right + 10, right: width - 24 } : null,
    yOfKm: (km) => matrixTop + ((km - first) / (last - first)) * (bottom - matrixTop),
    sectionAt: (y) => Math.min(sections.length - 1, Math.max(0, Math.floor((y - matrixTop) / rowHeight))),
  };
}

/** Bars of the weeks; those inside the period are warm. */
export function weekBars(bins, weight, period, { axis, weeks, narrow }) {
  const highest = Math.max(1, ...bins.map((bin) => bin[weight]));
  const height = (value) => (value / highest) * (weeks.bottom - weeks.top - 2);
  const paths = { in: '', out: '' };
  for (const bin of bins) {
    const [x1, x2] = [Math.max(axis.left, axis.x(Date.parse(bin.from))), Math.min(axis.right, axis.x(Date.parse(bin.to)))];
    if (x2 <= x1 || bin[weight] === 0) continue;
    const inside = dayOf(bin.to) > period.from && dayOf(bin.from) <= period.to;
    paths[inside ? 'in' : 'out'] += `M${x1.toFixed(1)} ${weeks.bottom}v${(-height(bin[weight])).toFixed(1)}h${Math.max(0.6, x2 - x1 - 1).toFixed(1)}V${weeks.bottom}z`;
  }
  const mark = ladderBelow(highest);
  const y = weeks.bottom - height(mark);
  return [
    svg('path', { class: 'grid-line', d: `M${axis.left} ${y}H${axis.right}` }),
    svg('text', { class: 'tick end', x: axis.left - 6, y: y + 4 }, formatNumber(mark)),
    svg('path', { class: 'bar', d: paths.out }),
    svg('path', { class: 'bar in', d: paths.in }),
    tetDays(axis).map((day) => tetMark(day, axis, weeks, narrow)),
  ];
}

function tetMark(day, axis, weeks) {
  const x = axis.xOfDay(day);
  return [svg('path', { class: 'tet', d: `M${x} ${weeks.top}v-4` }), svg('text', { class: 'tick middle', x, y: weeks.top - 6 }, t('chart.tet'))];
}

/** The first days of months, each with the first day of the next. */
export const monthsOf = (firstDays) => firstDays.map((from) => ({ from, to: addMonths(from, 1) }));

/** The cells of the matrix as paths: `boxes(row, column)`, empty for a column that the axis does not show. */
export function matrixBoxes(profile, { axis, matrix }) {
  const gap = matrix.rowHeight >= 5 ? 1 : 0;
  const edge = (i) => Math.round(matrix.top + i * matrix.rowHeight);
  const columns = monthsOf(profile.periods).map(({ from, to }) => [Math.max(axis.left, axis.xOfDay(from)), Math.min(axis.right, axis.xOfDay(to))]);
  return (i, j) => {
    const [x1, x2] = columns[j];
    const height = Math.max(1, edge(i + 1) - edge(i) - gap);
    return x2 > x1 ? `M${x1.toFixed(1)} ${edge(i)}h${(x2 - x1 - 1).toFixed(1)}v${height}h${(-(x2 - x1 - 1)).toFixed(1)}z` : '';
  };
}

/** Cells of the matrix, one path per class. */
export function matrixCells(profile, weight, place) {
  const boxes = matrixBoxes(profile, place);
  const paths = Array.from({ length: 8 }, () => '');
  profile.matrix[weight].forEach((row, i) => row.forEach((value, j) => (paths[classOf(value, MATRIX_CLASSES[weight])] += boxes(i, j))));
  return paths.map((d, i) => d && svg('path', { class: `cell class-${i}`, d }));
}

/** Names of posts at their kilometre (kilometres alone when it is narrow), and half-years below. */
export function axes(stations, sections, place) {
  const { axis, matrix, narrow } = place;
  const posts = narrow ? [] : stationNames(stations, sections);
  const rows = posts.length > 0 ? posts : kilometreNames(sections);
  let free = matrix.top;
  const names = rows.filter(({ km }) => {
    const y = place.yOfKm(km);
    if (y < free || y > matrix.bottom - 4) return false;
    free = y + 13;
    return true;
  });
  return [
    names.map(({ km, name }) => [
      svg('path', { class: 'axis', d: `M${axis.left - 4} ${place.yOfKm(km)}h3` }),
      svg('text', { class: 'tick end', x: axis.left - 7, y: place.yOfKm(km) + 4 }, name),
    ]),
    halfYearTicks(axis).map((half, i, all) => halfYearName(half, i === all.length - 1, place)),
  ];
}

const stationNames = (stations, sections) =>
  stations
    .filter((station) => station.middleKm !== null && station.middleKm >= sections[0]?.fromKm && station.middleKm < sections.at(-1)?.toKm)
    .sort((a, b) => a.middleKm - b.middleKm)
    .map((station) => ({ km: station.middleKm, name: rowName(station) }));

/** `Na Sầm 1115`; a post that is named after its kilometre says it once. */
function rowName({ names, middleKm }) {
  const name = names[currentLanguage()];
  return /\d$/.test(name) ? name : `${name} ${kilometre(Math.round(middleKm))}`;
}

/** Round kilometres, closer together where the rows are few. */
function kilometreNames(sections) {
  const step = sections.length > 20 ? 50 : sections.length > 8 ? 20 : 5;
  return sections.filter((section) => section.fromKm % step === 0).map((section) => ({ km: section.fromKm, name: kilometre(section.fromKm) }));
}

const kilometre = (km) => (currentLanguage() === 'en' ? formatNumber(km) : String(km));

function halfYearName(half, isLast, { axis, matrix, narrow, height }) {
  const [x1, x2] = [axis.xOfDay(half.from), isLast ? axis.right : axis.xOfDay(half.to)];
  const text = t(narrow || x2 - x1 < 96 ? `chart.half${half.half}.short` : `chart.half${half.half}`, { year: String(half.year), short: String(half.year).slice(2) });
  return [
    svg('path', { class: 'axis', d: `M${x1} ${matrix.bottom}v5` }),
    x2 - x1 > 34 && svg('text', { class: 'tick middle', x: (x1 + x2) / 2, y: height - 4 }, text),
  ];
}

/** Kilometres of the period as bars to the right. */
export function profileBars(profile, weight, stretch, { profile: place, matrix, yOfKm, weeks }) {
  if (!place) return [];
  const highest = Math.max(1, ...profile.sections.map((section) => section[weight]));
  const limit = ladderAbove(highest);
  const width = (value) => (value / limit) * (place.right - place.left);
  const bar = (section) => {
    const [y1, y2] = [yOfKm(section.fromKm), yOfKm(section.toKm)];
    return `M${place.left} ${(y1 + 0.4).toFixed(1)}h${width(section[weight]).toFixed(1)}V${(y2 - 0.6).toFixed(1)}H${place.left}z`;
  };
  const chosen = (section) => stretch && section.fromKm < stretch.toKm && section.toKm > stretch.fromKm;
  return [
    svg('text', { class: 'tick strong', x: place.left, y: weeks.bottom - 16 }, t('chart.byKm')),
    svg('text', { class: 'tick', x: place.left, y: weeks.bottom - 2 }, t(`chart.inPeriod.${weight}`)),
    svg('path', { class: 'axis', d: `M${place.left} ${matrix.top}V${matrix.bottom}` }),
    svg('path', { class: 'bar in', d: profile.sections.filter((section) => !chosen(section)).map(bar).join('') }),
    svg('path', { class: 'bar chosen', d: profile.sections.filter(chosen).map(bar).join('') }),
    svg('text', { class: 'tick', x: place.left, y: matrix.bottom + 14 }, '0'),
    svg('text', { class: 'tick end', x: place.right + 20, y: matrix.bottom + 14 }, formatNumber(limit)),
  ];
}

/** The chosen rows: a frame and two triangles. */
export function stretchMark(stretch, { axis, matrix, yOfKm }) {
  if (!stretch) return [];
  const clamp = (y) => Math.min(matrix.bottom, Math.max(matrix.top, y));
  const [y1, y2] = [clamp(yOfKm(stretch.fromKm)), clamp(yOfKm(stretch.toKm))];
  const middle = (y1 + y2) / 2;
  return [
    svg('path', { class: 'stretch-case', d: `M${axis.left} ${y1}H${axis.right}V${y2}H${axis.left}z` }),
    svg('path', { class: 'stretch', d: `M${axis.left} ${y1}H${axis.right}V${y2}H${axis.left}z` }),
    svg('path', { class: 'triangle', d: `M${axis.left - 1} ${middle}l-6 -5v10zM${axis.right + 1} ${middle}l6 -5v10z` }),
  ];
}
