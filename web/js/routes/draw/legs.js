/** The ways between vertices as the server finds them: each pair is asked for once, and going back in the past asks for nothing. */

import { isAbort } from '../../api.js';

const WAY = '/api/network/way';

/**
 * `api`: the page's way to the server. `onChange()` is called when an answer has come. `weight` as the endpoint has it.
 * `of(from, to)` answers `{state, line, properties}`: `asking`, `found`, `none` (no way between the two) or `away` (the server
 * did not answer); `line` is straight until it is found. `synthetic` chooses the network as elsewhere, null leaves it to the server.
 */
export function createLegs(api, { weight, synthetic = null, onChange }) {
  const known = new Map();
  const controller = new AbortController();

  function of(from, to) {
    const key = `${text(from)};${text(to)}`;
    if (!known.has(key)) {
      known.set(key, { state: 'asking', line: [from, to], properties: null });
      ask(key, from, to);
    }
    return known.get(key);
  }

  async function ask(key, from, to) {
    try {
      const feature = await api.get(WAY, { query: { from: text(from), to: text(to), weight, synthetic }, signal: controller.signal });
      known.set(key, { state: 'found', line: feature.geometry.coordinates, properties: feature.properties });
    } catch (problem) {
      if (isAbort(problem)) return;
      known.set(key, { state: problem.status === 404 ? 'none' : 'away', line: [from, to], properties: null });
    }
    onChange();
  }

  /** Legs that got no answer are asked for again when they are next needed. */
  function retry() {
    for (const [key, { state }] of known) if (state === 'away') known.delete(key);
    onChange();
  }
  return { of, retry, stop: () => controller.abort() };
}

const text = ([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`;
