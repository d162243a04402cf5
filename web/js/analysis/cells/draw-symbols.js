import { penOf, SYMBOLS } from './symbols.js';

/** A symbol is drawn up to this much larger than it is written, in a cell of this many pixels from the middle to a corner. */
const LARGEST = 2.2;
const WRITTEN_FOR_PIXELS = 10;
/** In a small cell the pen doesn't get as thin as the symbol gets small. */
const THINNEST_PEN = 1.4;

/** The symbol of `mark` in the middle of each cell; `place` and `radius` as in layer.js. */
export function drawSymbols(context, place, cells, mark, radius, colour) {
  const scale = Math.min(LARGEST, radius / WRITTEN_FOR_PIXELS);
  const shape = new Path2D(SYMBOLS[mark.symbol]);
  context.lineCap = 'round';
  context.strokeStyle = colour(mark.ink);
  for (const { middle } of cells) {
    context.save();
    context.translate(place.x + place.scale * middle[0], place.y + place.scale * middle[1]);
    context.scale(scale, scale);
    context.lineWidth = Math.max(penOf(mark.symbol), THINNEST_PEN / scale);
    context.stroke(shape);
    context.restore();
  }
}
