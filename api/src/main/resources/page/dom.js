/* Making elements. Text goes in as text: nothing that a catalogue holds is ever read as HTML. */

/**
 * An element with attributes and children.
 *
 * @param attributes by name; left out if null or false; a function listens to the event that `on` precedes
 * @param children nodes and strings; left out if null or false
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(key.slice('on'.length), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/** The heading of a view, which is given the focus when the view comes. */
export function heading(text, attributes = {}) {
  return el('h1', { tabindex: '-1', ...attributes }, text);
}

/** Tells whoever does not see the page what has changed on it. */
export function say(text) {
  document.getElementById('status').textContent = text;
}

/** A number from a text, the same everywhere and always (FNV-1a). */
export function hash(text) {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ character.codePointAt(0), 0x01000193);
  }
  return value >>> 0;
}
