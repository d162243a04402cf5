/** Classes of load and the width of a line: both rise with the share of all that goes. Pure. */

/** Lower bounds of the second to fourth class, by 1-2-5 ladders; the first whose highest class is reached is taken. */
const LADDERS = Object.freeze([[0.1, 0.2, 0.4], [0.05, 0.1, 0.2], [0.02, 0.05, 0.1], [0.01, 0.02, 0.05], [0.005, 0.01, 0.02], [0.002, 0.005, 0.01], [0.001, 0.002, 0.005]]);
const THINNEST_PIXELS = 1.8;
const WIDEST_PIXELS = 11;

/** `mostShare`: the largest share of the result, of one. */
export const ladderFor = (mostShare) => LADDERS.find((bounds) => bounds[2] <= mostShare) ?? LADDERS.at(-1);

/** 1 to 4. */
export const classOf = (share, ladder) => 1 + ladder.filter((bound) => share >= bound).length;

/** CSS pixels: the area of a line grows with what it carries, up to half as much again as the highest class begins with. */
export function widthOf(share, ladder) {
  const most = 1.5 * ladder[2];
  return THINNEST_PIXELS + (WIDEST_PIXELS - THINNEST_PIXELS) * Math.sqrt(Math.min(1, share / most));
}
