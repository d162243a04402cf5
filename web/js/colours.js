/** Colours for canvases, read from the style sheet, so that there is one list of them. */
export function palette() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}
