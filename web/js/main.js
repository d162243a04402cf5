/** Starts the page: the view from the link, then the session, then what it allows. */

import { openAnalyst } from './analyst.js';
import { events, get } from './api.js';
import { createBenches } from './benches.js';
import { openCommander } from './commander.js';
import { describe, notice } from './dialog.js';
import { el, replaceChildren } from './dom.js';
import { askExtent, extentWhileLoading, readExtent } from './extent.js';
import { askFreshness } from './freshness.js';
import analysis from './i18n/analysis.js';
import answer from './i18n/answer.js';
import clusters from './i18n/clusters.js';
import common from './i18n/common.js';
import compare from './i18n/compare.js';
import effort from './i18n/effort.js';
import frame from './i18n/frame.js';
import gi from './i18n/gi.js';
import { addWords, setLanguage, t } from './i18n/index.js';
import patrol from './i18n/patrol.js';
import planner from './i18n/planner.js';
import plans from './i18n/plans.js';
import register from './i18n/register.js';
import reports from './i18n/reports.js';
import routes from './i18n/routes.js';
import trends from './i18n/trends.js';
import { prepareBasemap } from './map/basemap.js';
import { openPasswordDialog } from './panels/account.js';
import { showSignIn } from './panels/signin.js';
import { openPlanner } from './planner.js';
import { openReporter } from './reporter.js';
import { loadSession } from './session.js';
import { createState, fromQuery, toQuery } from './state.js';
import { keptPreferences, keepPreferences, showTheme } from './theme.js';

for (const words of [common, frame, planner, answer, effort, analysis, gi, trends, clusters, compare, routes, register, patrol, plans, reports]) addWords(words);

const page = document.getElementById('page');
const state = createState({ ...keptPreferences(), ...fromQuery(location.search) }, writeAddress);
const benches = createBenches(state);
const OPENERS = { hotspots: openPlanner, patrols: openCommander, routes: openAnalyst, reports: openReporter };
let session = null;
/** Basemap and extent of the last layout: another workbench needs no other. */
let documents = null;
let leave = () => {};
let askedForPassword = false;

function writeAddress(view) {
  const query = toQuery(view);
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
}

function speak(language) {
  setLanguage(language);
  document.documentElement.lang = language;
  document.title = t('title');
}

async function start() {
  speak(state.get().language);
  showTheme(state.get().theme);
  try {
    session = await loadSession();
  } catch (problem) {
    return showFailure(problem);
  }
  await show();
}

async function show(reason = null) {
  leave();
  leave = () => {};
  page.setAttribute('aria-busy', 'true');
  if (session.signedIn) await enter();
  else askToSignIn(reason);
  page.setAttribute('aria-busy', 'false');
}

function askToSignIn(reason) {
  showSignIn(page, state, {
    reason,
    onSignedIn: (opened) => {
      session = opened;
      show();
    },
  });
}

async function enter() {
  try {
    documents = await Promise.all([get('/api/basemap.json'), extentNow()]);
  } catch (problem) {
    if (problem.status !== 401) showFailure(problem);
    return;
  }
  openBench();
  if (session.passwordExpired && !askedForPassword) {
    askedForPassword = true;
    openPasswordDialog(t('password.expired'));
  }
}

function openBench() {
  const [basemap, extent] = documents;
  // A link may come from somebody who may do more.
  if (!benches.list(session).some(({ id }) => id === state.get().bench)) return benches.open('hotspots');
  leave();
  leave = OPENERS[state.get().bench](page, { state, session, benches, extent, base: prepareBasemap(basemap), reopen: () => show(), signOut: leaveSession, learned: (next) => (documents = [basemap, next]) });
}

/** What stood on the page is gone, so the focus goes to its beginning. */
function changeBench() {
  openBench();
  document.getElementById('main')?.focus();
}

/** While the server still reads its data the page opens without waiting for them. */
async function extentNow() {
  const { state: data } = await askFreshness(get);
  return data === 'loading' ? extentWhileLoading() : readExtent(await askExtent(get, state.get()));
}

function leaveSession() {
  session = { signedIn: false };
  show();
}

function showFailure(problem) {
  replaceChildren(
    page,
    el('main', { class: 'signin', id: 'main' }, el('h1', {}, 'Borderwatch'), el('p', { class: 'note warn', role: 'alert' }, describe(problem)), el('p', {}, el('button', { type: 'button', class: 'button primary', onclick: start }, t('retry')))),
  );
}

state.subscribe((view, before) => {
  keepPreferences(view);
  if (view.theme !== before.theme) showTheme(view.theme);
  if (view.language !== before.language) speak(view.language);
  // Other data cover another time, so the page is laid out anew, as for another language.
  if (view.language !== before.language || view.synthetic !== before.synthetic) show();
  else if (view.bench !== before.bench && session?.signedIn && documents) changeBench();
});

events.addEventListener('signed-out', () => {
  if (!session?.signedIn) return;
  session = { signedIn: false };
  show(t('problem.not-signed-in'));
});

window.addEventListener('unhandledrejection', (event) => {
  if (event.reason?.name === 'Problem') notice(event.reason);
});

await start();
