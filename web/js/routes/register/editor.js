/** Drawing a new route, or changing a stored one: a panel beside the map, so that the map itself takes the line. */

import { isAbort } from '../../api.js';
import { announce, describe, notice, openDialog } from '../../dialog.js';
import { el, icon } from '../../dom.js';
import { currentLanguage, formatMetres, formatPercent, t } from '../../i18n/index.js';
import { differs, draftOf, featureOf, mistakes, newDraft, nextCode } from './draft.js';
import { createDrawing } from '../draw/drawing.js';
import { listenToDrawKeys } from '../draw/keys.js';
import { EMPTY, pathOf } from '../draw/path.js';
import { createSketch } from '../draw/sketch.js';
import { createDrawTools } from '../draw/tools.js';
import { fieldId, routeForm } from './form.js';
import { linesOf } from '../draw/line.js';
import { storeRoute } from './requests.js';

/** Of two ways the shorter one: what a hand on a map means, whoever walks or drives there. */
const WEIGHT = 'metres';

/**
 * Opens the editor. `context`: `{map, api, base}`; `route`: a stored feature, or null for a new one, which is as `synthetic` as what is
 * shown; `codes`: those in use. `onStored(feature)` after it was saved, `onClosed()` however it ends. Answers a function that closes it at once,
 * which asks nothing: for when the workbench itself goes.
 */
export function openRouteEditor(context, { route = null, synthetic = false, codes = [], onStored, onClosed = () => {} }) {
  const opener = document.activeElement;
  const first = route ? draftOf(route) : newDraft(nextCode(codes));
  const start = route ? pathOf(route.geometry) : EMPTY;
  const { map, api } = context;
  // A real route goes along real ways where there are any, which the server decides.
  const drawing = createDrawing(api, { start, weight: WEIGHT, synthetic: (route?.properties.synthetic ?? synthetic) || null, onChange: show });
  const tools = createDrawTools(drawing, { onFit: fit });
  const form = routeForm(first, { line: tools.element, places: placeNames(context.base), onSubmit: save, onCancel: close, onChange: () => {} });
  const element = el('dialog', { class: 'record-panel route-panel', 'aria-labelledby': 'route-title' }, heading(route, close), practiceNote(route, synthetic) ?? '', form.element);
  document.body.append(element);
  document.body.classList.add('is-recording');
  element.show();
  const sketch = createSketch(map, drawing);
  const stopKeys = listenToDrawKeys(map, element, drawing, { close, onDone: say });
  let saving = false;
  show();
  if (route) reveal(map, route.geometry);
  element.querySelector('h2').focus();

  function show() {
    const look = drawing.look();
    sketch.show(look);
    tools.update(look);
    if (look.lack === null) form.clearError('line');
  }

  function say() {
    const { places, metres } = drawing.look();
    announce([t('draw.count', { count: places.length }), metres > 0 && formatMetres(metres)].filter(Boolean).join(', '));
  }

  async function fit() {
    try {
      const matched = await drawing.fit();
      if (matched) notice(t('draw.fitted', { share: formatPercent(matched.share, { decimals: 0 }) }), 'done', { undo: drawing.undo });
    } catch (problem) {
      if (!isAbort(problem)) notice(problem);
    }
  }

  async function save(draft) {
    const look = drawing.look();
    const found = mistakes(draft, look.lack).map(({ field, key, params }) => ({ field, text: t(key, params) }));
    if (look.waits) found.unshift({ field: 'line', text: t('route.error.waits') });
    form.showErrors(found);
    if (found.length > 0 || saving) return;
    saving = true;
    form.busy(true);
    try {
      // Without a deed on the line its stored points stay, to the last decimal.
      const geometry = look.path === start && route ? route.geometry : look.geometry;
      const stored = await storeRoute(api, featureOf(draft, geometry, route?.properties ?? { synthetic }), draft);
      leave();
      notice(t(route ? 'route.corrected' : 'route.saved', { code: stored.properties.code }), 'done');
      onStored(stored);
    } catch (problem) {
      if (!isAbort(problem)) form.showErrors(errorsOf(problem));
    } finally {
      saving = false;
      form.busy(false);
    }
  }

  /** What was drawn is much work: it is given up only when somebody says so. */
  function close() {
    if (drawing.look().path === start && !differs(form.draft(), first)) return leave();
    const dialog = openDialog({
      title: t('draw.lose'),
      className: 'narrow',
      body: [el('p', {}, t('draw.lose.what'))],
      footer: [el('button', { type: 'button', class: 'button danger', onclick: giveUp }, t('draw.lose.yes')), el('button', { type: 'button', class: 'button primary', onclick: () => dialog.close() }, t('draw.lose.no'))],
    });
    dialog.footer.querySelector('.primary').focus();
    function giveUp() {
      dialog.close();
      leave();
    }
  }

  function leave() {
    drawing.stop();
    stopKeys();
    sketch.remove();
    element.remove();
    document.body.classList.remove('is-recording');
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    onClosed();
  }
  return leave;
}

function heading(route, close) {
  const title = el('h2', { id: 'route-title', tabindex: -1 }, route ? t('route.titleCorrect', { code: route.properties.code }) : t('route.title'));
  return el('header', { class: 'record-header' }, title, el('button', { type: 'button', class: 'ghost', 'aria-label': t('close'), onclick: close }, icon('close')));
}

/** What is drawn beside synthetic data belongs to it, and goes when they go. */
function practiceNote(route, synthetic) {
  return route === null && synthetic ? el('p', { class: 'record-real' }, icon('warning', 16), t('route.practice')) : null;
}

/** Names that can be chosen instead of typed: towns, gates, the countries around. */
function placeNames(base) {
  const language = currentLanguage();
  const names = [...base.places, ...base.gates].map((place) => (language === 'en' && place.nameEn) || place.name);
  return [...new Set([...names, ...['CN', 'LA', 'KH'].map((code) => t(`country.${code}`))])].sort((a, b) => a.localeCompare(b, language));
}

function reveal(map, geometry) {
  const points = linesOf(geometry).flat().map(([lon, lat]) => [lat, lon]);
  if (!points.every((point) => map.getBounds().contains(point))) map.fitBounds(points, { padding: [60, 60] });
}

/** The problem as errors of fields where it names them, else as one sentence in the summary. */
function errorsOf(problem) {
  if (problem.status === 412) return [{ field: '', text: t('route.error.stale') }];
  if (problem.status === 409) return [{ field: 'code', text: t('route.error.codeTaken') }];
  if (!problem.errors?.length) return [{ field: '', text: problem.status === undefined ? String(problem.message) : describe(problem) }];
  const vietnamese = currentLanguage() === 'vi';
  return problem.errors.map((error) => {
    const reason = (vietnamese && error.reasonVi) || error.reason;
    const remedy = (vietnamese && error.remedyVi) || error.remedy;
    const field = String(error.field ?? '').replace(/^.*[./]/, '').replace(/\[\d+\]$/, '');
    return { field: field === 'geometry' || field === 'coordinates' ? 'line' : document.getElementById(fieldId(field)) ? field : '', text: [reason, remedy].filter(Boolean).join('. ') };
  });
}
