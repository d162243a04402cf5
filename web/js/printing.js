/** Paper: the map takes the size it has there before the browser lays the sheet out, and colours are those of light. */

import { palette } from './colours.js';
import { themeInForce } from './theme.js';

const HEAT = ['heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5', 'heat-6', 'heat-7', 'heat-edge'];

/**
 * Listens to printing by whatever way it was started: the browser waits for nothing, so the heat on screen is coloured
 * anew instead of asked for again. `tools`: `{redraw(), heat}`, heat only where there is any. Answers a function that stops listening.
 */
export function listenToPrinting(frame, map, { redraw, heat = null }) {
  let undo = () => {};

  function before() {
    frame.element.classList.add('on-paper');
    if (themeInForce() === 'dark') undo = turnLight(heat);
    map.invalidateSize({ animate: false, pan: false });
    redraw();
  }

  function after() {
    frame.element.classList.remove('on-paper');
    undo();
    undo = () => {};
    map.invalidateSize({ animate: false, pan: false });
    redraw();
  }

  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

function turnLight(heat) {
  const dark = HEAT.map(palette());
  document.documentElement.dataset.theme = 'light';
  const undo = heat?.recolour(dark, HEAT.map(palette()));
  return () => {
    document.documentElement.dataset.theme = themeInForce();
    undo?.();
  };
}
