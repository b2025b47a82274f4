/*
 * A random number that stands for this reader where they say what they think of suggestions. It is made when they first do, kept in
 * this browser and nowhere else, and of nothing that the library knows them by.
 */

import { load, store } from './store.js';

const KEY = 'leeswijzer.reader';
const BYTES = 16;

/** The number; null if there is none. */
export const reader = () => {
  const kept = load(KEY, null);
  return /^[0-9a-f]{32}$/.test(kept) ? kept : null;
};

/** The number, made now if there is none. */
export function madeReader() {
  const kept = reader();
  if (kept) {
    return kept;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  store(KEY, made);
  return made;
}

/** Forgets it: what was said is nobody's then. */
export const forgetReader = () => store(KEY, null);
