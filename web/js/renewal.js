/** How the page keeps up with the data: it says when they are being read or may be old, and asks anew when they changed. */

import * as api from './api.js';
import { announce } from './dialog.js';
import { askExtent, isOlder, needsNewLayout, readExtent } from './extent.js';
import { watchFreshness, whatFollows } from './freshness.js';
import { t } from './i18n/index.js';

/**
 * `context`: `{state, extent, reopen()}`. `frame` shows how fresh the data are, `shownVersion()` is the version of the
 * pictures where they say it, else of the last answer; `isIncomplete()` says that some of them failed. `onRenew(extent, aloud)` has to ask everything again; each picture takes the place of the old one.
 * Answers `{renew(aloud), isStale(), stop()}`.
 */
export function createRenewal({ state, extent, reopen }, { frame, shownVersion = null, isIncomplete = () => false, onRenew }) {
  /** The version of the last answer. */
  let seen = null;
  let stale = false;
  let due = false;
  let ended = false;
  const freshness = watchFreshness({ get: api.get, onAnswer });
  api.events.addEventListener('database-away', freshness.hint);

  function onAnswer(now, before) {
    frame.showFreshness(now);
    stale = now.state === 'stale';
    const { loaded, back, changed } = whatFollows(now, before, shownVersion ? shownVersion() : seen);
    if (now.state === 'current') seen = now.dataVersion;
    if (loaded) announce(t('data.loaded'));
    if (back) {
      announce(t('data.back'));
      api.events.dispatchEvent(new Event('database-back'));
    }
    // When the counts are current again, what asks the database itself may have failed once more.
    due ||= changed || isOlder(extent, now) || (now.state === 'current' && isIncomplete());
    // Under constant changes a picture is finished before the next begins; and nobody's form is taken away.
    if (due && !frame.isBusy()) renew(false);
  }

  async function renew(aloud) {
    due = false;
    const next = await askExtent(api.get, state.get()).then(readExtent, () => null);
    if (ended) return;
    if (next && needsNewLayout(next, extent) && !isTyping()) return reopen();
    if (!next || needsNewLayout(next, extent)) return void (due = true);
    onRenew(next, aloud);
  }

  function stop() {
    ended = true;
    freshness.stop();
    api.events.removeEventListener('database-away', freshness.hint);
  }
  return { renew, isStale: () => stale, stop };
}

/** A form or a field holds what somebody is writing. */
const isTyping = () => document.querySelector('dialog[open], .record-panel') !== null || (document.activeElement?.matches('input, textarea, select') ?? false);
