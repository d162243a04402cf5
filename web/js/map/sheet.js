/** What lies above the heat: the border and its kilometres, the chosen stretch, symbols, and labels that give way by rank. */

import { palette } from '../colours.js';
import { currentLanguage, formatNumber, t } from '../i18n/index.js';
import { placeLabels } from './label-placement.js';
import { drawGate, drawKilometreTick, drawStation, drawTown } from './symbols.js';

const FONT = '"Be Vietnam Pro", "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif';
/** Where country names may stand; the first that is in view and free is taken. */
const COUNTRY_PLACES = {
  CN: [[107.12, 22.17], [106.95, 22.42], [107.33, 21.97], [107.6, 21.95], [104.6, 23.7], [108.4, 22.9]],
  VN: [[106.45, 21.68], [106.3, 22], [105.4, 20.6], [108, 14], [106, 10.5]],
  LA: [[103.2, 20.2], [105.3, 16.8]],
  KH: [[105, 12.6]],
};

/**
 * Answers `draw(context, view)` for a CanvasOverlay. `base`: a prepared basemap; `getView()`: the view state;
 * `getTaken()`: boxes in CSS pixels of the map that labels leave free (legend, tools).
 */
export function drawSheet(base, getView, getTaken) {
  return (context, view) => {
    const colour = palette();
    const { hidden, stretch } = getView();
    drawBorders(context, view, base, colour);
    drawStretch(context, view, base.slice(stretch), colour);
    const marks = visibleMarks(base, view, hidden);
    for (const mark of marks) mark.symbol?.(context, colour);
    const taken = getTaken().map(([left, top, right, bottom]) => [left + view.inset.x, top + view.inset.y, right + view.inset.x, bottom + view.inset.y]);
    const labels = [...marks, ...countryNames(view, taken)].filter((mark) => mark.text).map((mark) => measured(context, mark));
    const silent = marks.filter((mark) => mark.symbol && !mark.text).map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
    for (const label of placeLabels(labels, [...taken, ...silent], view)) drawLabel(context, label, colour);
  };
}

function tracePath(context, points, view) {
  context.beginPath();
  points.forEach((point, i) => context[i === 0 ? 'moveTo' : 'lineTo'](...view.project(point)));
}

function drawBorders(context, view, base, colour) {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { line } of base.borders) {
    tracePath(context, line, view);
    context.globalAlpha = 0.75;
    context.strokeStyle = colour('halo');
    context.lineWidth = 4.5;
    context.stroke();
    context.globalAlpha = 0.75;
    context.strokeStyle = colour('border');
    context.lineWidth = 1.2;
    context.stroke();
  }
  context.globalAlpha = 1;
  tracePath(context, base.stretchLine, view);
  context.strokeStyle = colour('border');
  context.lineWidth = 1.8;
  context.stroke();
}

function drawStretch(context, view, line, colour) {
  if (line.length < 2) return;
  tracePath(context, line, view);
  context.strokeStyle = colour('surface');
  context.lineWidth = 9;
  context.stroke();
  context.strokeStyle = colour('ink');
  context.lineWidth = 4.5;
  context.stroke();
}

function visibleMarks(base, view, hidden) {
  const shown = (layer) => !hidden.includes(layer);
  const marks = [];
  const add = (item, mark) => {
    const [x, y] = view.project([item.lon, item.lat]);
    if (x > -40 && y > -40 && x < view.width + 40 && y < view.height + 40) marks.push({ x, y, ...mark(x, y) });
  };
  if (shown('kilometres')) for (const item of base.kilometres) add(item, (x, y) => kilometreMark(item, x, y, view.zoom));
  if (shown('towns')) for (const item of base.places) if (item.rank <= placeRank(view.zoom)) add(item, (x, y) => townMark(item, x, y));
  if (shown('gates') && view.zoom >= 8) for (const item of base.gates) add(item, (x, y) => gateMark(item, x, y, view.zoom));
  if (shown('stations') && view.zoom >= 8) for (const item of base.stations) add(item, (x, y) => stationMark(item, x, y, view.zoom));
  return marks;
}

const placeRank = (zoom) => (zoom < 7 ? 1 : zoom < 9 ? 2 : zoom < 11 ? 3 : 9);

function kilometreMark(item, x, y, zoom) {
  const step = zoom >= 9 ? 20 : zoom >= 7.5 ? 100 : 200;
  if (item.km % step !== 0) return {};
  return {
    symbol: (context, colour) => drawKilometreTick(context, x, y, item.bearing, colour),
    text: currentLanguage() === 'en' ? formatNumber(item.km) : String(item.km),
    rank: 500,
    size: 11,
    colour: 'label-other',
    radius: 5,
    sides: ['right', 'above', 'left', 'below'],
  };
}

function townMark(item, x, y) {
  const ours = item.country === 'VN';
  return {
    symbol: ours || item.rank <= 2 ? (context, colour) => drawTown(context, x, y, colour, item.rank) : null,
    text: currentLanguage() === 'en' ? (item.nameEn ?? item.name_en ?? item.name) : item.name,
    rank: 100 + item.rank * 10 + (ours ? 0 : 60),
    size: item.rank <= 1 ? 14 : 12,
    bold: item.rank <= 2 && ours,
    italic: !ours,
    colour: ours ? 'label' : 'label-other',
    radius: 4,
    sides: ['right', 'left', 'below', 'above'],
  };
}

/** From afar posts and gates give way to what is found around them. */
const symbolSize = (zoom) => (zoom < 10 ? 0.72 : 1);

const gateMark = (item, x, y, zoom) => ({
  symbol: (context, colour) => drawGate(context, x, y, colour, symbolSize(zoom)),
  text: zoom >= 10.5 ? item.name : null,
  rank: 300,
  size: 12,
  colour: 'label',
  radius: 6 * symbolSize(zoom),
  sides: ['right', 'below', 'above', 'left'],
});

const stationMark = (item, x, y, zoom) => ({
  symbol: (context, colour) => drawStation(context, x, y, colour, item.approximate, symbolSize(zoom)),
  text: item.names[currentLanguage()],
  rank: 200,
  size: 12,
  colour: 'accent',
  radius: 8 * symbolSize(zoom),
  sides: ['left', 'right', 'below', 'above'],
});

function countryNames(view, taken) {
  return Object.entries(COUNTRY_PLACES).flatMap(([code, places]) => {
    const isFree = ([x, y]) => taken.every(([left, top, right, bottom]) => x + 60 < left || x - 60 > right || y + 12 < top || y - 12 > bottom);
    const isInside = ([x, y]) => x > view.inset.x + 60 && y > view.inset.y + 30 && x < view.width - view.inset.x - 60 && y < view.height - view.inset.y - 40;
    const inside = places.map(view.project).filter((place) => isInside(place) && isFree(place));
    return inside.slice(0, 1).map(([x, y]) => ({ x, y, text: t(`country.${code}`).toLocaleUpperCase(currentLanguage()), rank: 50, size: 13, colour: 'label-other', radius: 0, sides: ['centre', 'above', 'below'] }));
  });
}

function measured(context, mark) {
  const font = `${mark.italic ? 'italic ' : ''}${mark.bold ? '700 ' : ''}${mark.size}px ${FONT}`;
  context.font = font;
  return { ...mark, font, width: context.measureText(mark.text).width, height: mark.size * 1.3 };
}

function drawLabel(context, label, colour) {
  const [left, top] = label.box;
  context.font = label.font;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.strokeStyle = colour('halo');
  context.lineWidth = 3.2;
  context.strokeText(label.text, left, top + label.height / 2);
  context.fillStyle = colour(label.colour);
  context.fillText(label.text, left, top + label.height / 2);
}
