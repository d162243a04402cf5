/** What stands around the map: tools, attribution, the lines that say loading, stale or empty, and the keys. */

import { openDialog } from '../dialog.js';
import { el, icon, replaceChildren } from '../dom.js';
import { t } from '../i18n/index.js';
import { listenToKeys } from '../map/keyboard.js';
import { createDataLine } from './data-line.js';
import { openFileImport, openRecordForm } from './forms.js';

const BUSY_AFTER_MS = 300;
const KEYS = ['arrows', 'zoom', 'whole', 'next', 'choose', 'leave', 'help'];

/**
 * `host` is where Leaflet lives. `busy(what, boolean)`, `isBusy()`, `showFreshness(freshness)`, `note(text or null, action)`,
 * `empty(context)`, `describe(sentence)`; `covered(...elements)` are the boxes of what lies over the map, `taken(...others)` all that labels leave free.
 */
export function createMapFrame({ base, session }) {
  const description = el('p', { class: 'visually-hidden', id: 'map-description' });
  const host = el('div', { class: 'map-host', tabindex: 0, role: 'application', 'aria-label': t('map.label'), 'aria-describedby': 'map-description' });
  const bar = el('div', { class: 'busy-bar', hidden: true });
  const dataLine = createDataLine();
  const noteLine = el('p', { class: 'map-note', hidden: true });
  const tools = el('div', { class: 'map-tools', role: 'group', 'aria-label': t('map.tools') });
  const attribution = el('p', { class: 'attribution' }, ['map.licence.border', 'map.licence.places'].map((key) => el('span', {}, t(key))), el('i', {}, t(base.stations.some((station) => station.synthetic) ? 'map.approximateAndSynthetic' : 'map.approximate')));
  const roads = el('i', { hidden: true });
  attribution.append(roads);
  const element = el('div', { class: 'map' }, bar, host, el('div', { class: 'crosshair', 'aria-hidden': 'true' }), dataLine.element, noteLine, tools, attribution, description);
  const working = new Set();
  let timer = 0;

  function busy(what, isBusy) {
    if (isBusy) working.add(what);
    else working.delete(what);
    clearTimeout(timer);
    if (working.size === 0) bar.hidden = true;
    else timer = setTimeout(() => (bar.hidden = working.size === 0), BUSY_AFTER_MS);
  }

  function listen(map, actions) {
    const tool = (name, key, act, className) => el('button', { type: 'button', class: className, 'aria-label': t(key), title: t(key), onclick: act }, icon(name, 18));
    replaceChildren(
      tools,
      tool('add', 'map.zoomIn', () => map.zoomIn(1)),
      tool('minus', 'map.zoomOut', () => map.zoomOut(1)),
      tool('fit', 'map.whole', actions.whole),
      tool('print', 'map.print', actions.print, 'wide-only'),
      tool('link', 'map.share', actions.share, 'wide-only'),
      tool('keyboard', 'map.keys', actions.keys, 'wide-only'),
    );
    listenToKeys(host, {
      whole: actions.whole,
      next: () => actions.chooser().step(1),
      previous: () => actions.chooser().step(-1),
      choose: () => actions.chooser().chooseCentre(),
      leave: actions.leave,
      help: actions.keys,
    });
  }

  /** What stands at the top makes room for the line, which may need two rows on a phone. */
  function showFreshness(freshness) {
    dataLine.show(freshness);
    element.style.setProperty('--line-px', `${dataLine.element.offsetHeight}px`);
  }

  function note(text, action = null) {
    noteLine.hidden = !text;
    replaceChildren(noteLine, text ?? '', action && ' ', action);
  }

  function empty(context) {
    noteLine.hidden = false;
    replaceChildren(
      noteLine,
      el('b', {}, t('empty.title')),
      ' ',
      t('empty.what'),
      el(
        'span',
        { class: 'actions' },
        session.can('import') && el('button', { type: 'button', class: 'button primary', onclick: () => openFileImport(context) }, t('account.import')),
        session.can('add-detection') && el('button', { type: 'button', class: 'button', onclick: () => openRecordForm(context) }, t('record.open')),
      ),
    );
  }

  /** Where the roads and trails on the map are from: null when there are none, else whether they are simulated. */
  function creditRoads(synthetic) {
    roads.hidden = synthetic === null;
    roads.textContent = synthetic === null ? '' : t(synthetic ? 'map.roads.synthetic' : 'map.roads.real');
  }

  const taken = (...others) => covered(...others, tools, attribution, noteLine, dataLine.element);

  function covered(...elements) {
    const origin = host.getBoundingClientRect();
    return elements
      .filter((each) => !each.hidden && each.offsetParent !== null)
      .map((each) => each.getBoundingClientRect())
      .map((box) => [box.left - origin.left - 6, box.top - origin.top - 6, box.right - origin.left + 6, box.bottom - origin.top + 6]);
  }

  return { element, host, noteLine, line: dataLine.element, busy, isBusy: () => working.size > 0, listen, showFreshness, note, empty, taken, covered, creditRoads, describe: (sentence) => (description.textContent = sentence) };
}

/** The keys of the map and of the joint picture. */
export function openKeys() {
  openDialog({
    title: t('keys.title'),
    className: 'narrow',
    body: [el('dl', { class: 'key-list' }, KEYS.flatMap((key) => [el('dt', {}, t(`keys.${key}.press`)), el('dd', {}, t(`keys.${key}`))])), el('p', { class: 'muted' }, t('keys.brush'))],
  });
}
