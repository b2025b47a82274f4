/* What stays in this browser. Where it may not keep anything, it is forgotten with the page. */

/** What was stored under the key, or else the other value. */
export function load(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function store(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store: what is shown still holds, until the page goes.
  }
}
