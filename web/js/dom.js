/** Building elements without a framework: `el` for HTML, `svg` for drawings, `icon` for our own small pictures. */

import { ICON_PATHS } from './icons.js';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * An HTML element. `class`, `for`, `aria-*`, `data-*` and other attributes by their HTML names; `onclick` and the like
 * take a function; `style` takes an object (set through CSSOM, so a strict Content-Security-Policy allows it);
 * an attribute that is null, undefined or false is left out. Children: nodes, text, numbers or nested arrays of them.
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG_NAMESPACE, tag), attributes, children);
}

/** One of our icons by name (see icons.js); decorative, so the control around it needs a word or an aria-label. */
export function icon(name, size = 20) {
  const paths = ICON_PATHS[name];
  if (!paths) throw new RangeError(`No icon is called ${name}`);
  return svg(
    'svg',
    { class: 'icon', viewBox: '0 0 20 20', width: size, height: size, 'aria-hidden': 'true', focusable: 'false' },
    paths.map((d) => svg('path', { d })),
  );
}

/** Puts `children` in place of whatever `parent` holds. */
export function replaceChildren(parent, ...children) {
  parent.replaceChildren(...flatten(children));
  return parent;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) setAttribute(element, name, value);
  element.append(...flatten(children));
  return element;
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else if (name === 'style') for (const [key, entry] of Object.entries(value)) element.style.setProperty(key, entry);
  else if (name === 'value' && 'value' in element && element.namespaceURI !== SVG_NAMESPACE) element.value = value;
  else element.setAttribute(name, value === true ? '' : String(value));
}

function flatten(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
