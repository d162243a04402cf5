/** Hatching for what is not known: lines every 7 px at 45°, in one or in both directions. */

const STEP = 10;

/**
 * Answers `fill(kind)`: a pattern for `single` or `crossed` that stays where it is on the map while that is moved.
 */
export function hatches(context, colour, view) {
  const made = new Map();
  const [x, y] = view.projectUnit(0.5, 0.5);
  const ratio = context.getTransform().a;
  const fixed = new DOMMatrix().translateSelf(x % STEP, y % STEP).scaleSelf(1 / ratio);
  return (kind) => {
    if (!made.has(kind)) {
      const pattern = context.createPattern(tile(kind, colour('hatch'), ratio), 'repeat');
      pattern.setTransform(fixed);
      made.set(kind, pattern);
    }
    return made.get(kind);
  };
}

/** As fine as the canvas: `ratio` is its pixels to one of CSS. */
function tile(kind, ink, ratio) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(STEP * ratio);
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  context.strokeStyle = ink;
  context.lineWidth = 1.3;
  // The corners are drawn from outside, so that the lines of neighbouring tiles meet.
  for (const shift of [-STEP, 0, STEP]) {
    line(context, shift, STEP, shift + STEP, 0);
    if (kind === 'crossed') line(context, shift, 0, shift + STEP, STEP);
  }
  return canvas;
}

function line(context, x1, y1, x2, y2) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
