/** Where the bar between two pictures stands, and what of each can be seen. Pure. */

const STEP = 0.02;
const LEAP = 0.1;

/** A share of the width, kept between its ends. */
export const clampShare = (share) => Math.min(1, Math.max(0, share));

/** The share at `x` pixels of a map `width` pixels wide. */
export const shareAt = (x, width) => (width > 0 ? clampShare(x / width) : 0.5);

/** The share after a key; null when the key is not one of the bar. Shift makes a leap of a step. */
export function shareAfterKey(share, { key, shiftKey = false }) {
  if (key === 'Home') return 0;
  if (key === 'End') return 1;
  const by = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -LEAP, PageUp: LEAP }[key];
  if (by === undefined) return null;
  const step = shiftKey ? Math.sign(by) * LEAP : by;
  return clampShare(Math.round((share + step) * 1000) / 1000);
}

/**
 * The two parts as `[left, top, right, bottom]`, in pixels of a layer whose origin lies at `offset` of the map's corner.
 * `size`: `{x, y}` of the map.
 */
export function partsAt(share, size, offset = { x: 0, y: 0 }) {
  const bar = share * size.x + offset.x;
  const [top, bottom] = [offset.y, offset.y + size.y];
  return { left: [offset.x, top, bar, bottom], right: [bar, top, offset.x + size.x, bottom] };
}

/** A box as a CSS clip path. */
export const clipPathOf = ([left, top, right, bottom]) => `polygon(${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px)`;
