/** What happened to a route, change by change: which fields are another now. Pure. */

/** Fields whose change is told, in this order. `line` says the same as long as the geometry is the same. */
const TOLD = ['code', 'name', 'status', 'origin', 'transit', 'destination', 'line', 'evidence', 'detections'];

/**
 * `changes` as the server lists them, the newest first or last: `{operation, at, by, before}`, `before` null for an insert. `now` is the
 * route as it stands, or null when it is deleted. Answers the newest first: `{operation, at, by, fields, from, to}`; `operation` is
 * `insert`, `update`, `delete` or `restore`, `from` and `to` the status before and after where it changed.
 */
export function told(changes, now) {
  const inOrder = [...changes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return inOrder
    .map(({ operation, at, by, before }, i) => {
      const after = operation === 'delete' ? null : (inOrder[i + 1]?.before ?? now);
      const fields = operation === 'update' && before && after ? TOLD.filter((field) => field in before && field in after && differ(before[field], after[field])) : [];
      const status = fields.includes('status') ? { from: before.status, to: after.status } : {};
      return { operation: operation === 'insert' && i > 0 ? 'restore' : operation, at, by, fields, ...status };
    })
    .reverse();
}

const differ = (a, b) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
