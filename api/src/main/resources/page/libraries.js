/* The choice of a library. */

import { libraries } from './api.js';
import { el } from './dom.js';
import { t } from './language.js';

const select = document.getElementById('library');
let codes = null;

/** A library's code as a name. */
export const libraryName = (code) => code.charAt(0).toUpperCase() + code.slice(1);

/** Shows the choice, if there is one, with this library chosen. */
export function showLibraries(chosen) {
  const option = (code, name) => el('option', { value: code, selected: code === chosen }, name);
  const known = codes || [chosen].filter(Boolean);
  select.replaceChildren(option('', t('allLibraries')), ...known.map((code) => option(code, libraryName(code))));
  document.getElementById('where').hidden = known.length < 2 && !chosen;
}

/** Asks which there are. Without an answer there is no choice, and all libraries are searched. */
export async function loadLibraries() {
  codes = await libraries().catch(() => []);
}
