/** Who is signed in and what that account may do. */

import { get, send } from './api.js';

/** The session document of the API, with `can(permission)`; permissions are written as in `read-detections`. */
export async function loadSession(signal) {
  return withPermissions(await get('/api/session', { signal }));
}

/** Signs in; throws a Problem `not-signed-in` (wrong) or `too-many-attempts` (locked, see retryAfterSeconds). */
export async function signIn(account, password, signal) {
  return withPermissions((await send('POST', '/api/session', { json: { account, password }, signal })).body);
}

export const signOut = (signal) => send('DELETE', '/api/session', { signal });

export const changePassword = (old, next, signal) => send('POST', '/api/session/password', { json: { old, new: next }, signal });

function withPermissions(document) {
  const permissions = new Set((document.permissions ?? []).map((name) => name.toLowerCase().replaceAll('_', '-')));
  return Object.freeze({ ...document, can: (permission) => permissions.has(permission) });
}
