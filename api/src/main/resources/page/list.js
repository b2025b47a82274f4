/* The reader's list. It is kept in this browser and nowhere else. */

import { load, store } from './store.js';

export const MOST = 200;

const KEY = 'leeswijzer.list';
const FIELDS = ['id', 'title', 'authors', 'mediaType', 'language', 'year'];

let titles = stored();
let listeners = [];

function stored() {
  const found = load(KEY, []);
  return Array.isArray(found) ? found.filter(isTitle).slice(0, MOST) : [];
}

function isTitle(entry) {
  return typeof entry?.id === 'string' && typeof entry.title === 'string' && Array.isArray(entry.authors);
}

export const all = () => titles;
export const has = (id) => titles.some((title) => title.id === id);

/** Replaces the whole list. */
export function set(changed) {
  titles = changed;
  store(KEY, titles);
  listeners.forEach((listener) => listener());
}

/** Adds the title, or takes it off; false if the list is full. */
export function toggle(title) {
  if (has(title.id)) {
    set(titles.filter((other) => other.id !== title.id));
    return true;
  }
  if (titles.length >= MOST) {
    return false;
  }
  set([...titles, Object.fromEntries(FIELDS.map((field) => [field, title[field]]))]);
  return true;
}

export function onChange(listener) {
  listeners = [...listeners, listener];
}

/* Another tab of this browser has the same list. */
window.addEventListener('storage', (event) => {
  if (event.key === KEY || event.key === null) {
    titles = stored();
    listeners.forEach((listener) => listener());
  }
});
