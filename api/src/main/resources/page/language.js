/* The page's own two languages, and those of titles. */

import { TEXTS } from './texts.js';
import { load, store } from './store.js';

const KEY = 'leeswijzer.lang';

/* ISO 639-2 has two codes for some languages. Catalogues use these, browsers the others. */
const BIBLIOGRAPHIC = {
  alb: 'sq', arm: 'hy', baq: 'eu', bur: 'my', chi: 'zh', cze: 'cs', dut: 'nl', fre: 'fr', geo: 'ka', ger: 'de',
  gre: 'el', ice: 'is', mac: 'mk', mao: 'mi', may: 'ms', per: 'fa', rum: 'ro', slo: 'sk', tib: 'bo', wel: 'cy',
};

/* Codes that name no language: none known, none spoken, several, and those that have no code. */
const NO_LANGUAGE = ['und', 'zxx', 'mul', 'mis'];

let language = 'nl';

export const lang = () => language;

/** The text of that name in the page's language; one that depends on something is given it. */
export function t(name, ...given) {
  const text = TEXTS[language][name];
  return typeof text === 'function' ? text(...given) : text;
}

/** Takes the language that is asked for, else the one of last time, else the browser's. */
export function choose(asked) {
  const wanted = [asked, load(KEY, ''), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  language = wanted.find((code) => code in TEXTS) || 'en';
  document.documentElement.lang = language;
}

export const remember = (code) => store(KEY, code);

/** What browsers call the language, or null. */
function tag(code) {
  if (!code || NO_LANGUAGE.includes(code)) {
    return null;
  }
  try {
    return BIBLIOGRAPHIC[code] || Intl.getCanonicalLocales(code)[0];
  } catch {
    return null;
  }
}

/** The language's name in the page's language, or null. */
export function languageName(code) {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  return (tag(code) && names.of(tag(code))) || null;
}

/**
 * The `lang` of a title's name, or null if it is the page's. A film in Japanese may have a name in Latin letters here:
 * then nobody knows what language the name is in.
 */
export function langOf(title) {
  const own = tag(title.language);
  if (!own || own === language) {
    return null;
  }
  const isLatin = !/[^\p{Script=Latin}\P{L}]/u.test(title.title);
  return isLatin === (new Intl.Locale(own).maximize().script === 'Latn') ? own : null;
}
