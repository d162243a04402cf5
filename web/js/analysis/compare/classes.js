/** The classes of two results in one list: what is on neither side is left out. Pure. */

/** `left` and `right`: `[{key, swatch(), words, count}]` in the same order. Answers `[{key, swatch(), words, counts: [left, right]}]`. */
export function commonClasses(left, right) {
  const others = new Map(right.map((each) => [each.key, each]));
  return left.map(({ key, swatch, words, count }) => ({ key, swatch, words, counts: [count, others.get(key)?.count ?? 0] })).filter(({ counts }) => counts.some((count) => count > 0));
}
