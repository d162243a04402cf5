/** The symbols of the map, drawn on a canvas around a point: town, gate, post, kilometre mark. `size` 1 is that of a close look. */

export function drawTown(context, x, y, colour, rank) {
  const half = rank <= 2 ? 3.5 : 2.6;
  context.fillStyle = colour('surface');
  context.strokeStyle = colour('label');
  context.lineWidth = 1.6;
  context.fillRect(x - half, y - half, 2 * half, 2 * half);
  context.strokeRect(x - half, y - half, 2 * half, 2 * half);
}

/** ⊓ on a casing; dashed legs mean an approximate position. */
export function drawGate(context, x, y, colour, size = 1) {
  const path = new Path2D(`M${x - 5 * size} ${y + 4.5 * size}V${y - 4 * size}H${x + 5 * size}V${y + 4.5 * size}`);
  context.lineJoin = 'miter';
  context.strokeStyle = colour('halo');
  context.lineWidth = 5 * size;
  context.stroke(path);
  context.strokeStyle = colour('ink');
  context.lineWidth = 2.2 * size;
  context.stroke(path);
}

/** A shield: hollow when the position is approximate, filled when it was surveyed. */
export function drawStation(context, x, y, colour, approximate, size = 1) {
  const path = new Path2D();
  path.addPath(new Path2D('M0-7l6 2.2v4.2c0 4-2.6 6.4-6 7.6-3.4-1.2-6-3.6-6-7.6v-4.2z'), new DOMMatrix([size, 0, 0, size, x, y]));
  context.lineJoin = 'round';
  context.strokeStyle = colour('halo');
  context.lineWidth = 5 * size;
  context.stroke(path);
  context.fillStyle = approximate ? colour('surface') : colour('accent');
  context.fill(path);
  context.strokeStyle = colour('accent');
  context.lineWidth = 2 * Math.sqrt(size);
  context.stroke(path);
}

/** A tick across the line; `bearingDegrees` is the direction in which kilometres grow. */
export function drawKilometreTick(context, x, y, bearingDegrees, colour) {
  const angle = (bearingDegrees * Math.PI) / 180;
  const [dx, dy] = [Math.cos(angle) * 5, Math.sin(angle) * 5];
  context.strokeStyle = colour('border');
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(x - dx, y - dy);
  context.lineTo(x + dx, y + dy);
  context.stroke();
}
