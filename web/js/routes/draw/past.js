/** Undo and redo over values that never change. Pure: every function answers a new past. */

/** A past that begins with `value`. */
export const begin = (value) => Object.freeze({ before: [], value, after: [] });

/** `value` is done; what had been taken back is gone. The same value again is no deed. */
export const done = (past, value) => (value === past.value ? past : Object.freeze({ before: [...past.before, past.value], value, after: [] }));

export const undone = (past) =>
  past.before.length === 0 ? past : Object.freeze({ before: past.before.slice(0, -1), value: past.before.at(-1), after: [past.value, ...past.after] });

export const redone = (past) =>
  past.after.length === 0 ? past : Object.freeze({ before: [...past.before, past.value], value: past.after[0], after: past.after.slice(1) });
