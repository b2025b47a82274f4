/* One title: what the catalogue says of it, and its two shelves. */

import { suggestionsFor } from './api.js';
import { authorsOf, cover, mediumOf, toggle } from './cards.js';
import { dial } from './dial.js';
import { el, heading } from './dom.js';
import { lang, langOf, languageName, t } from './language.js';
import * as list from './list.js';
import { toSearch } from './place.js';
import { libraryName } from './libraries.js';
import { shelf } from './shelf.js';

const ON_SHELF = 12;
const CONSORTIUM = 'consortium';

/** What readers borrowed. Where one library's loans say nothing, those of all libraries are asked. */
async function ask(place, signal) {
  const own = await suggestionsFor(place.title, 'loans', ON_SHELF, null, signal);
  if (!place.library || own.suggestions.length > 0) {
    return own;
  }
  const all = await suggestionsFor(place.title, 'loans', ON_SHELF, CONSORTIUM, signal);
  return all.suggestions.length > 0 ? all : own;
}

/* What the catalogue describes alike. Asked at once; whether it fails is told on its shelf. */
function askAlike(place, signal) {
  const asked = suggestionsFor(place.title, 'kinship', 2 * ON_SHELF, null, signal);
  asked.catch(() => {});
  return asked;
}

/* The same without what stands on the first shelf. */
async function kin(alike, borrowed) {
  const { suggestions } = await alike;
  const shown = new Set(borrowed.map(({ id }) => id));
  return suggestions.filter(({ id }) => !shown.has(id)).slice(0, ON_SHELF);
}

function shelves(place, answer, alike) {
  const isTogether = place.library && answer.scope === CONSORTIUM;
  return [
    dial(),
    shelf({
      key: 'loans',
      name: t('loansHeading'),
      note: t(isTogether ? 'loansTogether' : 'loansNote'),
      titles: answer.suggestions,
      nothing: t('noLoans'),
      isAsked: true,
    }),
    shelf({
      key: 'kin',
      name: t('kinHeading'),
      note: t('kinNote'),
      titles: kin(alike, answer.suggestions),
      nothing: t('noKin'),
      places: ON_SHELF,
      isAsked: true,
    }),
  ];
}

/** Words that lead to what else the catalogue has of them. */
function links(words) {
  return el('ul', { class: 'chips' }, words.map((word) => el('li', {}, el('a', { class: 'chip', href: toSearch(word) }, word))));
}

function fact(name, value) {
  return value && value.length !== 0 && el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

function facts(title) {
  return el(
    'dl',
    { class: 'about' },
    fact(t('medium'), mediumOf(title)),
    fact(t('year'), title.year && String(title.year)),
    fact(t('language'), languageName(title.language)),
    fact(t('audience'), t('audiences')[title.audience]),
    fact(t('heldBy'), title.libraries.map(libraryName).join(', ')),
    fact(t('copies'), title.available === undefined ? '' : t(title.available ? 'available' : 'lent')),
    fact(t('isbn'), title.isbns.join(', ')),
    fact(t('series'), title.series.length > 0 && links(title.series)),
    fact(t('subjects'), title.subjects.length > 0 && links(title.subjects)),
  );
}

function authors(title) {
  const linked = new Intl.ListFormat(lang(), { type: 'conjunction' })
    .formatToParts(title.authors)
    .map(({ type, value }) => (type === 'element' ? el('a', { href: toSearch(value) }, value) : value));
  return el('p', { class: 'by' }, linked);
}

/** The button that puts the title on the reader's list, and shows whether it is there. */
function keep(title) {
  const button = el('button', { type: 'button', class: 'button keep' });
  const show = () => {
    button.textContent = t(list.has(title.id) ? 'remove' : 'add');
    button.classList.toggle('is-kept', list.has(title.id));
  };
  button.addEventListener('click', () => {
    toggle(title);
    show();
  });
  show();
  return button;
}

function described(title) {
  return el(
    'article',
    { class: 'title' },
    el('div', { class: 'stand' }, cover(title)),
    el(
      'div',
      { class: 'title-text' },
      heading(title.title, { lang: langOf(title) }),
      authors(title),
      title.borrowers && el('p', { class: 'bucket' }, t('readers', title.borrowers)),
      keep(title),
    ),
    facts(title),
  );
}

const undescribed = (id) => el('article', {}, heading(id), el('p', { class: 'lead' }, t('undescribed')));

export function skeleton() {
  const line = (kind) => el('span', { class: `line ${kind}` });
  const waiting = new Promise(() => {});
  return [
    el(
      'div',
      { class: 'title ghost', 'aria-hidden': 'true' },
      el('div', { class: 'stand' }, el('span', { class: 'cover bound' })),
      el('div', { class: 'title-text' }, line('head'), line('short'), line('middling')),
      el('div', { class: 'about' }, line('long'), line('long'), line('middling')),
    ),
    dial(),
    shelf({ key: 'loans', name: t('loansHeading'), note: t('loansNote'), titles: waiting, places: ON_SHELF, isAsked: true }),
    shelf({ key: 'kin', name: t('kinHeading'), note: t('kinNote'), titles: waiting, places: ON_SHELF, isAsked: true }),
  ];
}

export async function view(place, signal) {
  const alike = askAlike(place, signal);
  const answer = await ask(place, signal);
  const { title } = answer;
  return {
    name: title ? title.title : place.title,
    nodes: [title ? described(title) : undescribed(place.title), ...shelves(place, answer, alike)],
  };
}
