/** What every workbench stands on: the bars, the map with its frame, the sheet of a phone, forms, printing, and the watch over the data. */

import * as api from './api.js';
import { notice } from './dialog.js';
import { el, replaceChildren } from './dom.js';
import { t } from './i18n/index.js';
import { createFineBorder } from './map/fine-border.js';
import { createMap } from './map/map.js';
import { createScaleBar } from './map/scale-bar.js';
import { openAccountMenu } from './panels/account.js';
import { listenToDrops, openFileImport, openOutcomeForm, openRecordForm, resumeEntries } from './panels/forms.js';
import { createHeader, createTabs } from './panels/header.js';
import { createMapFrame, openKeys } from './panels/map-frame.js';
import { createPrintHead } from './panels/print-head.js';
import { periodOf } from './query.js';
import { createRenewal } from './renewal.js';

/**
 * `given`: `{state, session, benches, extent, base, reopen(), signOut(), learned(extent)}`. `context` is the same with an extent that
 * may grow. `report(problem)` says once that something failed, until `forgive()`. `lay(parts)` puts the bench on the page:
 *
 * - `title`: its name; `left`: the panel of conditions; `sheet`: dock and answer (panels/sheet.js); `legends`: elements over the map that
 *   labels leave free; `over`: others there; `paper`: what stands below the map on paper
 * - `chooser()`: `{step(by), chooseCentre()}` for the keys of the map; `leave()`: Esc on it
 * - `taken()`: more boxes of the map that labels leave free; `redraw()`: draws all that is on the map
 * - `onMoved()`, `onTheme()`, `onExtent()` and `onRenew(aloud)`; `shownVersion()` and `isIncomplete()` as in renewal.js, or none
 *
 * It answers `{map, shared, header, tabs, redraw(), refresh(), isStale(), stop()}`; `redraw` draws ground and sheet.
 */
export function createBench(page, given) {
  // The parts of the page read the extent when they draw, so that it can grow under them.
  const context = { ...given, extent: { ...given.extent } };
  const { state, session, base, extent } = context;
  const frame = createMapFrame(context);
  const printHead = createPrintHead(context);
  const scaleBar = createScaleBar();
  let failed = false;

  /** Many requests fail together; one notice is enough. */
  function report(problem) {
    if (failed || [401, 503].includes(problem.status)) return;
    failed = true;
    notice(problem);
  }
  const forgive = () => (failed = false);

  function lay(parts) {
    const { left, sheet, legends } = parts;
    const record = () => openRecordForm(shared);
    const openAccount = (button) => openAccountMenu(button, context, { importFile: () => openFileImport(shared), outcomes: () => openOutcomeForm(shared), keys: openKeys, signedOut: context.signOut, refresh: context.reopen });
    const header = createHeader(context, { record, account: openAccount });
    const tabs = createTabs(context, { record, conditions: showConditions, map: () => sheet.lower() });

    frame.element.append(...legends, ...(parts.over ?? []), scaleBar.element);
    replaceChildren(
      page,
      el('a', { class: 'skip', href: '#main' }, t('skip')),
      header.element,
      el('main', { id: 'main', class: 'bench', tabindex: -1 }, el('h1', { class: 'visually-hidden phone-only' }, parts.title), printHead.element, left, frame.element, parts.paper, sheet.element),
      tabs.element,
    );

    const { map, redraw, fitWhole } = createMap(frame.host, base, state.get, () => [...frame.taken(...legends, scaleBar.element), ...(parts.taken?.() ?? [])]);
    const refineBorder = createFineBorder(map, base, { onReady: redraw, onError: report });
    const shared = Object.freeze({ map, api, state, session, extent, refresh: () => renewal.renew(true) });
    const close = [listenToDrops(page, shared, session), listenToSize([...legends, frame.noteLine, frame.line], redraw)];

    frame.listen(map, { whole, chooser: parts.chooser, leave: parts.leave, print: () => window.print(), share, keys: openKeys });
    map.on('moveend', onMoved);
    window.addEventListener('theme-changed', parts.onTheme);
    scaleBar.update(map);
    resumeEntries(shared);
    refineBorder();
    const renewal = createRenewal(context, { frame, shownVersion: parts.shownVersion, isIncomplete: parts.isIncomplete, onRenew });

    function showConditions() {
      left.classList.add('open');
      left.querySelector('.sheet-close').focus();
    }

    function onMoved() {
      const { lat, lng } = map.getCenter();
      scaleBar.update(map);
      refineBorder();
      state.set({ map: { lon: Number(lng.toFixed(4)), lat: Number(lat.toFixed(4)), zoom: map.getZoom() } });
    }

    function whole() {
      fitWhole();
      map.once('moveend', () => state.set({ map: null }));
    }

    function onRenew(next, aloud) {
      takeExtent(next);
      parts.onRenew(aloud);
    }

    /** The data reach further than before; the period that is looked at stays. */
    function takeExtent(next) {
      const period = periodOf(state.get(), extent);
      const first = extent.loading;
      Object.assign(extent, next);
      context.learned(next);
      const moved = periodOf(state.get(), extent);
      parts.onExtent();
      if (!first && (moved.from !== period.from || moved.to !== period.to)) state.set(period);
    }

    function stop() {
      renewal.stop();
      window.removeEventListener('theme-changed', parts.onTheme);
      for (const each of close) each();
    }

    return { map, shared, header, tabs, redraw, refresh: shared.refresh, isStale: renewal.isStale, stop };
  }

  return { context, frame, printHead, report, forgive, lay };
}

async function share() {
  try {
    await navigator.clipboard.writeText(location.href);
    notice(t('share.done'), 'done');
  } catch {
    notice(t('share.byHand'), 'info');
  }
}

/** Labels leave room for the legend, so they are placed again and the note when they grow or shrink. */
function listenToSize(elements, onChange) {
  const observer = new ResizeObserver(onChange);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
