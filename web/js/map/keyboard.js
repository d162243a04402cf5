/** The map by keyboard: Leaflet pans and zooms by itself; the rest of the keys are here. */

/**
 * `actions`: `{whole, next, previous, choose, leave, help}`, each a function. Keys work while the map has the focus:
 * 0 whole stretch, n and p next and previous, Enter the centre, Esc leaves, ? the list of keys.
 */
export function listenToKeys(element, actions) {
  const keys = { 0: actions.whole, n: actions.next, p: actions.previous, Enter: actions.choose, Escape: actions.leave, '?': actions.help };
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
