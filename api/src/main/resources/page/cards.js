/* A title as it stands on a shelf or in a list of results, with a cover that is made of its name. */

import { sayClick } from './api.js';
import { el, hash, say } from './dom.js';
import { lang, langOf, languageName, t } from './language.js';
import * as list from './list.js';
import { opinions } from './opinion.js';
import { toTitle } from './place.js';

const TONES = 14;
const PLANS = 6;

const SIZES = [
  { size: 'large', word: 7, all: 18 },
  { size: 'middling', word: 10, all: 34 },
  { size: 'small', word: 14, all: 56 },
];

/* What a medium comes in; all else comes bound. */
const FORMATS = { film: 'case', game: 'case', music: 'sleeve', audiobook: 'sleeve' };

/** The cover: its colour and plan follow from the id, so that a title looks the same everywhere. */
export function cover(title) {
  const number = hash(title.id);
  const format = FORMATS[title.mediaType] || 'bound';
  const looks = `cover ${format} tone-${number % TONES} plan-${(number >>> 8) % PLANS}`;
  const name = el('span', { class: `cover-title ${size(title.title)}`, lang: langOf(title) }, title.title);
  const author = el('span', { class: 'cover-author' }, title.authors[0]);
  return el('span', { class: looks, 'aria-hidden': 'true' }, el('span', { class: 'face' }, name, author));
}

/* Long names and long words are set smaller. */
function size(name) {
  const longest = Math.max(...name.split(/[\s-]+/).map((word) => word.length));
  const fits = SIZES.find(({ word, all }) => longest <= word && name.length <= all);
  return fits ? fits.size : 'tiny';
}

/** Books seen from their backs, to look at. */
export function spines() {
  const tones = [0, 9, 1, 3, 5, 8, 2, 7, 6];
  return el('div', { class: 'spines', 'aria-hidden': 'true' }, tones.map((tone) => el('span', { class: `spine tone-${tone}` })));
}

export function mediumOf(title) {
  return t('media')[title.mediaType] || t('media').other;
}

export function authorsOf(title) {
  return new Intl.ListFormat(lang(), { type: 'conjunction' }).format(title.authors);
}

/** Such as: Book · 1860 · Dutch. */
function facts(title) {
  return [mediumOf(title), title.year, languageName(title.language)].filter(Boolean).join(' · ');
}

/** The ribbon that puts a title on the reader's list. */
export function ribbon(title) {
  return el(
    'button',
    {
      type: 'button',
      class: 'ribbon',
      'data-id': title.id,
      'aria-pressed': String(list.has(title.id)),
      'aria-label': t('onList', title.title),
      title: t('myList'),
      onclick: () => toggle(title),
    },
    el('span', { class: 'ribbon-mark', 'aria-hidden': 'true' }),
  );
}

/** Puts the title on the list or takes it off, and says so. */
export function toggle(title) {
  const isDone = list.toggle(title);
  say(isDone ? t(list.has(title.id) ? 'added' : 'removed', title.title) : t('listFull', list.MOST));
}

/** Makes every ribbon in sight show what the list holds. */
export function refreshRibbons() {
  for (const button of document.querySelectorAll('.ribbon')) {
    button.setAttribute('aria-pressed', String(list.has(button.dataset.id)));
  }
}

function named(title, level) {
  return el(
    level,
    { class: 'name' },
    el(
      'a',
      {
        href: toTitle(title.id),
        'data-go': 'title',
        lang: langOf(title),
        onclick: title.traceId && (() => sayClick(title.traceId)),
      },
      title.title,
    ),
  );
}

/** A title on a shelf, under its cover, with the reason if it has one; its name is a heading of that level. */
export function card(title, level = 'h3') {
  const { reason, borrowers } = title;
  return el(
    'li',
    { class: 'card' },
    named(title, level),
    el('p', { class: 'author' }, authorsOf(title)),
    el('p', { class: 'facts' }, [mediumOf(title), title.year].filter(Boolean).join(' · ')),
    reason && el('p', { class: 'reason' }, reason.text[lang()]),
    reason && borrowers && el('p', { class: 'bucket' }, t('both', borrowers)),
    title.traceId && opinions(title),
    el('div', { class: 'stand' }, el('div', { class: 'holder' }, cover(title), ribbon(title))),
  );
}

/** A title among others that were found. */
export function row(title) {
  return el(
    'li',
    { class: 'row' },
    el('div', { class: 'stand' }, cover(title)),
    el(
      'div',
      { class: 'row-text' },
      named(title, 'h2'),
      el('p', { class: 'author' }, authorsOf(title)),
      el('p', { class: 'facts' }, facts(title)),
      title.borrowers && el('p', { class: 'bucket' }, t('readers', title.borrowers)),
    ),
    ribbon(title),
  );
}
