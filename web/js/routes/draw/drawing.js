/** One line being drawn: its past, the way it snaps, which vertex is selected, and the legs as the server finds them. Knows no page. */

import { metresOf } from './line.js';
import { createLegs } from './legs.js';
import { begin, done, redone, undone } from './past.js';
import { matchLines } from './match.js';
import { append, geometryOf, insert, lack, move, pathOf, remove, reversed, standing } from './path.js';

/**
 * `start`: a path; `onChange()` is called after each change. Answers the deeds `append(at)`, `insert(index, at)`, `split(index, at)` for a
 * place that lies on the leg, `move(index, at)`, `remove(index)`, `reverse()`, `undo()`, `redo()`, `select(index)`, `snap(on)`, `retry()`, `fit()`, which lays
 * the whole line on the network and answers `{share}`, and `look()`, which says all there is to show.
 */
export function createDrawing(api, { start, weight, synthetic = null, onChange }) {
  const legs = createLegs(api, { weight, synthetic, onChange });
  let past = begin(start);
  let selected = null;
  let snaps = true;

  const kind = () => (snaps ? 'network' : 'free');
  const path = () => past.value;

  /** Both halves of a leg go on as it went; a stored line that is cut is laid anew. */
  function splitKind(index) {
    const { leg } = path()[index];
    return leg.kind === 'kept' ? kind() : leg.kind;
  }

  function change(next, nowSelected = null) {
    past = done(past, next);
    selected = nowSelected;
    onChange();
  }

  function travel(step) {
    past = step(past);
    selected = null;
    onChange();
  }

  /** What was done meanwhile counts for more than the answer, which is null then. */
  async function fit() {
    const before = path();
    const matched = await matchLines(api, look().geometry, { synthetic });
    if (path() !== before) return null;
    change(pathOf(matched.geometry));
    return matched;
  }

  function look() {
    const ends = path().map(({ leg }, i) => (leg?.kind === 'network' ? legs.of(path()[i - 1].at, path()[i].at) : null));
    const found = (i) => (ends[i]?.state === 'found' ? ends[i].line : null);
    const places = standing(path(), found);
    const drawn = path().map(({ leg }, i) => leg && legAt(leg, i, ends[i], places));
    const geometry = geometryOf(path(), (i) => drawn[i].line);
    return {
      path: path(),
      places,
      legs: drawn,
      selected,
      snaps,
      geometry,
      metres: geometry ? metresOf(geometry.coordinates) : 0,
      lack: lack(path()),
      waits: drawn.some((leg) => leg?.state === 'asking'),
      straight: drawn.filter((leg) => leg?.state === 'none').length,
      away: drawn.filter((leg) => leg?.state === 'away').length,
      undoable: past.before.length > 0,
      redoable: past.after.length > 0,
    };
  }

  /** A leg without a way goes straight between where its vertices stand. */
  function legAt(leg, i, answer, places) {
    if (leg.kind === 'kept') return { state: 'kept', line: leg.line };
    if (answer?.state === 'found') return { state: 'found', line: answer.line };
    return { state: answer?.state ?? 'free', line: [places[i - 1], places[i]] };
  }

  return {
    append: (at) => change(append(path(), at, kind())),
    insert: (index, at) => change(insert(path(), index, at, kind()), index),
    split: (index, at) => change(insert(path(), index, at, splitKind(index)), index),
    move: (index, at) => change(move(path(), index, at, kind()), index),
    remove: (index) => change(remove(path(), index, kind())),
    reverse: () => change(reversed(path())),
    undo: () => travel(undone),
    redo: () => travel(redone),
    select: (index) => {
      selected = index;
      onChange();
    },
    snap: (on) => {
      snaps = on;
      onChange();
    },
    retry: legs.retry,
    fit,
    look,
    stop: legs.stop,
  };
}
