/** The dock under the map: when and at which kilometre. */

import { brush } from '../charts/brush.js';
import { hatchedCells, hatchedRows, hatchPatterns } from '../charts/hatch.js';
import { axes, layout, matrixCells, profileBars, stretchMark, weekBars } from '../charts/joint.js';
import { MATRIX_CLASSES } from '../charts/ladder.js';
import { rowChooser } from '../charts/rows.js';
import { windowMark } from '../charts/window-mark.js';
import { el, icon, replaceChildren, svg } from '../dom.js';
import { createFollower } from '../follower.js';
import { formatNumber, formatPeriod, formatStretch, t } from '../i18n/index.js';
import { periodOf } from '../query.js';
import { dayOf, shiftPeriod } from '../time.js';

const PLAY_STEP_MS = 500;

/**
 * `context`: `{state, extent, base}`. `update(answers)` draws the answers `weeks`, `months` and `sections`,
 * hatched where `effortMonths` and `effort` say that nobody patrolled; `stop()` ends
 * playing. Choices go to the state; while the window is dragged too, as fast as `isBusy()` lets the page follow.
 */
export function createDock({ state, extent, base }, { isBusy }) {
  let answers = {};
  let dragged = null;
  let marked = null;
  const picture = el('div', { class: 'joint' });
  const playButton = el('button', { type: 'button', class: 'ghost play', onclick: () => player.toggle() });
  const subtitle = el('span', { class: 'muted' });
  const hatchSign = el('span', { class: 'hatch-sign', hidden: true }, el('i', { class: 'sign hatch', 'aria-hidden': 'true' }), t('effort.noPatrol'));
  const legend = el('div', { class: 'inline-legend' });
  const collapse = el('button', { type: 'button', class: 'ghost collapse', 'aria-expanded': 'true', 'aria-label': t('dock.collapse'), onclick: () => fold() }, icon('down'));
  const element = el(
    'section',
    { class: 'dock', 'aria-label': t('dock.title') },
    el('header', {}, playButton, el('h2', {}, t('dock.title')), subtitle, legend, collapse),
    picture,
  );
  const follower = createFollower({ act: (period) => state.set(period), isBusy });
  const player = createPlayer(state, extent, showPlaying);
  showPlaying(false);
  playButton.hidden = extent.loading;

  function fold() {
    const folded = element.classList.toggle('folded');
    collapse.setAttribute('aria-expanded', String(!folded));
    window.dispatchEvent(new Event('resize'));
  }

  function showPlaying(playing) {
    replaceChildren(playButton, icon(playing ? 'pause' : 'play'));
    playButton.setAttribute('aria-label', t(playing ? 'dock.pause' : 'dock.play'));
  }

  function drag(period) {
    dragged = period;
    follower.want(period);
    drawSoon();
  }

  function release(period) {
    dragged = null;
    follower.drop();
    state.set(period);
    drawSoon();
  }

  function draw() {
    // Answers that come meanwhile must not take the window out of the hand.
    const period = dragged ?? periodOf(state.get(), extent);
    if (extent.loading) return replaceChildren(picture, el('p', { class: 'joint-empty muted' }, t('dock.loading')));
    if (extent.empty) return replaceChildren(picture, el('p', { class: 'joint-empty muted' }, t('dock.empty')));
    const { weeks, months, sections } = answers;
    const { clientWidth: width, clientHeight: height } = picture;
    if (!weeks || !months || !sections || width < 100 || height < 60) return;
    const { weight, stretch } = state.get();
    const borderWith = months.borderWith;
    const place = layout(width, height, extent, months.sections);
    const focused = focusOf(picture);
    const hatch = hatchedCells(answers.effortMonths, months, weight, place);
    const hatchedSide = hatchedRows(answers.effort, sections, place);
    hatchSign.hidden = hatch.length === 0;
    const drawing = svg(
      'svg',
      { class: 'chart', width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': finding(answers, weight, period) },
      (hatch.length > 0 || hatchedSide.length > 0) && hatchPatterns(),
      weekBars(weeks.bins, weight, period, place),
      matrixCells(months, weight, place),
      hatch,
      axes(base.stations.filter((station) => station.neighbour === borderWith), months.sections, place),
      hatchedSide,
      profileBars(sections, weight, stretch, place),
      stretchMark(stretch?.with === borderWith ? stretch : null, place),
      windowMark(marked && { ...marked, stretch: marked.stretch?.with === borderWith ? marked.stretch : null }, place),
    );
    if (months.sections.length > 0) drawing.append(rowChooser(months.sections, stretch, borderWith, place, (next) => state.set({ stretch: next })));
    drawing.append(brush(period, extent, place, { onMove: drag, onDone: release }));
    replaceChildren(picture, drawing);
    if (focused !== null) picture.querySelectorAll('[tabindex="0"]')[focused]?.focus();
  }

  function update(next) {
    answers = next;
    const { weight } = state.get();
    playButton.hidden = legend.hidden = extent.empty;
    subtitle.textContent = extent.empty ? '' : t(`dock.subtitle.${weight}`);
    replaceChildren(legend, matrixLegend(weight), hatchSign);
    drawSoon();
  }

  /** Several answers and choices in one frame make one drawing. */
  let frame = 0;
  function drawSoon() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => draw());
  }

  const observer = new ResizeObserver(drawSoon);
  observer.observe(picture);
  const stop = () => {
    player.stop();
    follower.drop();
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
  /** Marks a time and a stretch, `{from, to, stretch}`, without choosing them; null marks none. */
  function mark(window) {
    if (marked === window) return;
    marked = window;
    drawSoon();
  }
  return { element, update, mark, redraw: drawSoon, stop };
}

/** Which slider of the old picture has the focus, so that the new one keeps it. */
function focusOf(picture) {
  const index = [...picture.querySelectorAll('[tabindex="0"]')].indexOf(document.activeElement);
  return index < 0 ? null : index;
}

function matrixLegend(weight) {
  const bounds = MATRIX_CLASSES[weight];
  return el(
    'div',
    { class: 'steps small' },
    bounds.map((bound, i) => el('span', { class: 'step' }, el('i', { class: `swatch heat-${i + 1}` }), formatNumber(bound) + (i === bounds.length - 1 ? '+' : ''))),
  );
}

/** The picture in a sentence: the strongest stretch and the strongest week of the period. */
function finding({ weeks, sections }, weight, period) {
  const strongest = [...sections.sections].sort((a, b) => b[weight] - a[weight])[0];
  const inside = weeks.bins.filter((bin) => dayOf(bin.from) >= period.from && dayOf(bin.from) <= period.to);
  const peak = inside.sort((a, b) => b[weight] - a[weight])[0];
  if (!strongest || !peak) return t('dock.title');
  return t('dock.finding', {
    period: formatPeriod(period.from, period.to),
    stretch: formatStretch(strongest.fromKm, strongest.toKm),
    value: formatNumber(strongest[weight]),
    unit: t(weight),
    week: formatPeriod(dayOf(peak.from), dayOf(new Date(Date.parse(peak.to) - 1))),
  });
}

/** Plays the window by its own length, from the first that fits to the last; with reduced motion it only steps. */
function createPlayer(state, extent, onChange) {
  let timer = null;

  function next() {
    const moved = shiftPeriod(periodOf(state.get(), extent), 1);
    if (moved.to <= extent.to) return moved;
    let first = periodOf(state.get(), extent);
    for (let earlier = shiftPeriod(first, -1); earlier.from >= extent.from; earlier = shiftPeriod(earlier, -1)) first = earlier;
    return first;
  }

  function stop() {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    onChange(false);
  }

  function toggle() {
    if (timer !== null) return stop();
    state.set(next());
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    timer = setInterval(() => {
      const before = periodOf(state.get(), extent);
      const after = next();
      if (after.from < before.from) return stop();
      state.set(after);
    }, PLAY_STEP_MS);
    onChange(true);
  }

  return { toggle, stop };
}
