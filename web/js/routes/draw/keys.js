/** Drawing with keys: the map's cross sets a vertex, and what was done is taken back. */

/**
 * While the map has the focus: Enter sets a vertex at its centre, Delete or Backspace takes the selected or the last one away,
 * Ctrl+Z and Ctrl+Y go back and forth; Esc, there and in `panel`, asks to close. `onDone()` after each deed. Answers a function that stops.
 */
export function listenToDrawKeys(map, panel, drawing, { close, onDone }) {
  const host = map.getContainer();

  function setVertex() {
    const { lng, lat } = map.getCenter();
    drawing.append([lng, lat]);
  }

  function takeAway() {
    const { selected, places } = drawing.look();
    if (places.length > 0) drawing.remove(selected ?? places.length - 1);
  }

  const deedOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }) => {
    if (altKey) return null;
    if (ctrlKey || metaKey) return { z: shiftKey ? drawing.redo : drawing.undo, y: drawing.redo }[key.toLowerCase()] ?? null;
    return { Enter: setVertex, Delete: takeAway, Backspace: takeAway }[key] ?? null;
  };

  /** Before the map's own keys, which choose features and leave them. */
  function onMapKey(event) {
    if (event.target !== host) return;
    const deed = event.key === 'Escape' ? close : deedOf(event);
    if (!deed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    deed();
    if (deed !== close) onDone();
  }

  function onPanelKey(event) {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    // The same key would shut the question that it opens.
    event.preventDefault();
    close();
  }

  host.addEventListener('keydown', onMapKey, true);
  panel.addEventListener('keydown', onPanelKey);
  return () => {
    host.removeEventListener('keydown', onMapKey, true);
    panel.removeEventListener('keydown', onPanelKey);
  };
}
