/** What lies below the heat: our land, the neighbours, the graticule, and a green tint along our side of the line. */

import { palette } from '../colours.js';
import { metresPerPixel } from './mercator.js';

const TINT_METRES = 2600;
const GRATICULE_STEPS = [[12, 1 / 60 * 5], [9, 0.25], [7, 1], [0, 5]];

/** Answers `draw(context, view)` for a CanvasOverlay. `base`: a prepared basemap (see basemap.js). */
export function drawGround(base) {
  return (context, view) => {
    const colour = palette();
    context.fillStyle = colour('land-other');
    context.fillRect(0, 0, view.width, view.height);
    const land = landPath(base.land, view);
    context.fillStyle = colour('land');
    context.fill(land, 'evenodd');
    drawGraticule(context, view, colour('grid'));
    drawTint(context, view, base, land, colour('accent'));
  };
}

function landPath(rings, view) {
  const path = new Path2D();
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = view.projectUnit(ring[i], ring[i + 1]);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

function drawTint(context, view, base, land, colour) {
  if (base.land.length === 0 || base.stretchLine.length < 2) return;
  context.save();
  context.clip(land, 'evenodd');
  context.globalAlpha = 0.08;
  context.strokeStyle = colour;
  context.lineJoin = 'round';
  context.lineWidth = (2 * TINT_METRES) / metresPerPixel(base.stretchLine[0][1], view.zoom);
  context.beginPath();
  base.stretchLine.forEach((point, i) => context[i === 0 ? 'moveTo' : 'lineTo'](...view.project(point)));
  context.stroke();
  context.restore();
}

function drawGraticule(context, view, colour) {
  const [, step] = GRATICULE_STEPS.find(([zoom]) => view.zoom >= zoom);
  context.strokeStyle = colour;
  context.lineWidth = 0.75;
  context.beginPath();
  for (let lon = 96; lon <= 116; lon += step) {
    const x = view.project([lon, 15])[0];
    if (x < 0 || x > view.width) continue;
    context.moveTo(x, 0);
    context.lineTo(x, view.height);
  }
  for (let lat = 4; lat <= 28; lat += step) {
    const y = view.project([106, lat])[1];
    if (y < 0 || y > view.height) continue;
    context.moveTo(0, y);
    context.lineTo(view.width, y);
  }
  context.stroke();
}
