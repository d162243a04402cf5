/** Paper: the map takes the size it has there before the browser lays the sheet out, and colours are those of light. */

import { showTheme, themeInForce } from './theme.js';

/** Listens to printing by whatever way it was started. Answers a function that stops listening. */
export function listenToPrinting(frame, map) {
  const resize = (onPaper) => {
    frame.element.classList.toggle('on-paper', onPaper);
    map.invalidateSize({ animate: false, pan: false });
  };
  const before = () => resize(true);
  const after = () => resize(false);
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

/** Prints in light colours: from a dark screen it waits for the light tiles first, and goes back afterwards. */
export async function printSheet(state, heat) {
  const dark = themeInForce() === 'dark';
  if (dark) {
    showTheme('light');
    await heat.settled();
  }
  window.print();
  if (dark) showTheme(state.get().theme);
}
