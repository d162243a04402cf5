/** Recording a detection, or correcting one: a panel beside the map, so that the map itself takes the position. */
import { isAbort } from '../api.js';
import { announce, describe, notice } from '../dialog.js';
import { el, icon } from '../dom.js';
import { addWords, currentLanguage, t } from '../i18n/index.js';
import words from '../i18n/record.js';
import { decimal, draftOf, featureOf, mistakes, newDraft, positionOf } from './record/draft.js';
import { recordForm } from './record/form.js';
import { ITEMS, outboxOf, postDetection } from './record/outbox.js';
import { placeInWords, placePin, placeTeller } from './record/place.js';
import { mayWait } from './record/queue.js';
import { waitingList } from './record/waiting.js';

addWords(words);

/** Names of the API's properties and the fields of the form that hold them, where they differ. */
const FIELD_OF = { observed_at: 'observedAt', accuracy_m: 'accuracyMetres', geometry: 'position', coordinates: 'position' };

let open = null;
/** The page may have been built anew between a deed and its undo; this is the one that stands now. */
let current = null;

/** Sends what an earlier visit left on this device. Call it whenever the page has been built for an account. */
export function resumeWaiting(context) {
  current = context;
  if (context.session.can('add-detection')) outboxOf(context.session.account, context.api, refresh);
}

function refresh() {
  return current?.refresh();
}

/**
 * Opens the form. `context` is `{map, api, state, session, extent, refresh, detection?}`; with `detection` (a stored feature) it
 * corrects that one, with `draft` it goes on where an earlier form stopped. Answers a function that closes it.
 */
export function openRecord(context, draft = null) {
  open?.close();
  current = context;
  const opener = document.activeElement;
  const started = draft ?? (context.detection ? draftOf(context.detection) : newDraft(new Date()));
  const outbox = outboxOf(context.session.account, context.api, refresh);
  const element = el('dialog', { class: 'record-panel', 'aria-labelledby': 'record-title' });
  let touched = draft !== null;
  let place = null;

  const teller = placeTeller(context.api, (answer) => {
    place = answer.place;
    form.showPlace(answer);
  });
  const form = recordForm(started, { onChange, onHere, onCentre, onSubmit, onCancel: close });
  const waiting = waitingList(outbox, { onMend: mend });
  element.append(heading(started, close), firstReal(context, started) ?? '', waiting.element, form.element);
  document.body.append(element);
  document.body.classList.add('is-recording');
  element.show();
  const pin = placePin(context.map, element, (lon, lat) => pick(lon, lat));
  element.addEventListener('keydown', (event) => {
    // Keys of the map have nothing to say while somebody types here.
    event.stopPropagation();
    if (event.key === 'Escape') close();
  });
  showProvinces(context.api, form);
  showPosition(true);
  element.querySelector('h2').focus();
  open = { close };

  function onChange(next, field) {
    touched = true;
    if (field === 'lon' || field === 'lat' || field === 'position') showPosition(field !== 'position');
    if (field === 'accuracyMetres') {
      pin.show(positionOf(next), decimal(next.accuracyMetres));
      form.showPlace({ state: place ? 'known' : 'asking', place });
    }
  }

  function showPosition(reveal) {
    const now = form.draft();
    const position = positionOf(now);
    pin.show(position, decimal(now.accuracyMetres));
    if (position && reveal) pin.reveal(position);
    teller.ask(position);
  }

  function pick(lon, lat, accuracyMetres = '') {
    form.set({ lon: written(lon), lat: written(lat), accuracyMetres }, 'position');
  }

  function onCentre() {
    pick(...pin.centre());
  }

  function onHere() {
    teller.stop();
    form.showPlace({ state: 'device', place: null });
    if (!navigator.geolocation) return denied();
    const found = ({ coords }) => {
      if (!element.isConnected) return;
      pick(coords.longitude, coords.latitude, String(Math.ceil(coords.accuracy)));
      pin.reveal([coords.longitude, coords.latitude], 13);
    };
    navigator.geolocation.getCurrentPosition(found, denied, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 });
  }

  function denied() {
    if (positionOf(form.draft())) showPosition(false);
    else form.showPlace({ state: 'denied', place: null });
  }

  async function onSubmit(written) {
    const found = mistakes(written, new Date());
    form.showErrors(found.map(({ field, key, params }) => ({ field, text: t(key, params) })));
    if (found.length > 0) return;
    form.busy(true);
    try {
      if (written.version === null) await saveNew(written);
      else await saveCorrection(written);
    } catch (problem) {
      if (!isAbort(problem)) form.showErrors(errorsOf(problem, written));
    } finally {
      form.busy(false);
    }
  }

  /** On this device first, then to the server: whatever breaks in between, the entry is in one of the two. */
  async function saveNew(written) {
    const toSend = featureOf(written);
    const kept = keep(toSend);
    let result;
    try {
      result = kept ? await outbox.queue.deliver(toSend) : { stored: await postDetection(context.api, toSend) };
    } catch (problem) {
      if (kept) outbox.queue.drop(toSend.id);
      else if (mayWait(problem)) problem.key = 'record.error.storage';
      throw problem;
    }
    remove();
    if (result.stored) saved(result.stored);
    else queued();
  }

  function keep(toSend) {
    try {
      outbox.queue.keep(toSend);
      return true;
    } catch {
      return false;
    }
  }

  function saved(stored) {
    const where = place ? placeInWords(place, null)[0] : t('record.position');
    const text = t('record.saved', { where, persons: stored.properties.persons });
    notice(text, 'done', { undo: () => takeBack(stored) });
    announce(text);
    refresh();
  }

  function queued() {
    const count = outbox.queue.waiting().length;
    notice(`${t('record.queued', { count })}. ${t('record.queued.why')}`, 'info');
  }

  async function takeBack(stored) {
    try {
      await context.api.send('DELETE', `${ITEMS}/${stored.id}`, { headers: { 'If-Match': `"${stored.properties.version}"` } });
      notice(t('record.undone'), 'done');
      refresh();
    } catch (problem) {
      notice(problem);
    }
  }

  async function saveCorrection(written) {
    const body = JSON.stringify(featureOf(written));
    const headers = { 'Content-Type': 'application/geo+json', 'If-Match': `"${written.version}"` };
    try {
      await context.api.send('PUT', `${ITEMS}/${written.id}`, { body, headers });
    } catch (problem) {
      if (problem.status === 412) problem.key = 'record.error.stale';
      else if (!problem.status || problem.status === 503) problem.key = 'record.error.offlineCorrection';
      throw problem;
    }
    remove();
    notice(t('record.corrected'), 'done');
    refresh();
  }

  function mend(entry) {
    remove();
    const again = { ...draftOf({ ...entry.feature, properties: { ...entry.feature.properties, version: null } }), exactTime: null };
    openRecord(current, Object.freeze(again));
  }

  /** Closing asks nothing: for ten seconds the entry can be had back. */
  function close() {
    const left = form.draft();
    remove();
    if (touched) notice(t('record.discarded'), 'info', { undo: () => openRecord(current, left) });
  }

  function remove() {
    open = null;
    teller.stop();
    pin.remove();
    waiting.stop();
    element.remove();
    document.body.classList.remove('is-recording');
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  }

  return close;
}

function heading(draft, close) {
  const title = el('h2', { id: 'record-title', tabindex: '-1' }, t(draft.version === null ? 'record.title' : 'record.titleCorrect'));
  return el('header', { class: 'record-header' }, title, el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: close }, icon('close')));
}

/** What is saved here is real; beside nothing but synthetic data that changes what the page shows, so it is said before. */
function firstReal({ extent, state }, draft) {
  if (draft.version !== null || !extent || extent.syntheticDetections === 0) return null;
  if (state.get().synthetic === true) return el('p', { class: 'record-real' }, icon('warning', 16), t('record.real.hidden'));
  return extent.realDetections === 0 ? el('p', { class: 'record-real' }, icon('warning', 16), t('record.real.first')) : null;
}

/** 1e-6 degrees, about a decimetre: finer than any hand on a map. */
function written(degrees) {
  return degrees.toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
}

/** The problem as errors of fields where it names them, else as one sentence in the summary. */
function errorsOf(problem, draft) {
  if (problem.key) return [{ field: '', text: t(problem.key) }];
  if (!problem.errors?.length) return [{ field: '', text: problem.status === undefined ? String(problem.message) : describe(problem) }];
  const vietnamese = currentLanguage() === 'vi';
  return problem.errors.map((error) => {
    const reason = (vietnamese && error.reasonVi) || error.reason;
    const remedy = (vietnamese && error.remedyVi) || error.remedy;
    const field = String(error.field ?? '').replace(/^.*[./]/, '');
    return { field: FIELD_OF[field] ?? (field in draft ? field : ''), text: [reason, remedy].filter(Boolean).join('. ') };
  });
}

async function showProvinces(api, form) {
  try {
    const { provinces } = await api.get('/api/words');
    const name = (province) => (currentLanguage() === 'en' && province.nameEn) || province.name;
    const sorted = provinces.map((province) => [province.code, name(province)]);
    form.setProvinces(sorted.sort(([, a], [, b]) => a.localeCompare(b, currentLanguage())));
  } catch (problem) {
    // Without the list the origin stays unknown; everything else can still be recorded.
    console.info('No list of provinces:', problem.message);
  }
}
