/* The reader's own list, as a shelf, and what goes with it. */

import { forgetAnswers, suggestionsForList } from './api.js';
import { card, spines } from './cards.js';
import { dial } from './dial.js';
import { el, heading, say } from './dom.js';
import { lang, t } from './language.js';
import * as list from './list.js';
import { toStart } from './place.js';
import { forgetReader, reader } from './reader.js';
import { shelf } from './shelf.js';

const ON_SHELF = 12;

/** What was on the list before it was emptied, for whoever did not mean to. */
let emptied = [];

/* The two shelves in sight. */
let own = null;
let tips = null;

function empty() {
  emptied = list.all();
  list.set([]);
  say(t('cleared'));
}

function putBack() {
  list.set(emptied);
  emptied = [];
  say(t('inList', list.all().length));
}

function nothingThere() {
  const back = emptied.length > 0 && el('button', { type: 'button', class: 'button quiet', onclick: putBack }, t('putBack'));
  return [
    heading(t('listEmpty')),
    el('p', { class: 'lead' }, t('listEmptyHelp')),
    el('p', { class: 'buttons' }, el('a', { class: 'button', href: toStart() }, t('toStart')), back),
    spines(),
    forgetting(),
  ];
}

/* What was put there last stands first. */
const cards = () => [...list.all()].reverse().map((title) => card(title, 'h2'));

function suggestions(signal) {
  const ids = list.all().map(({ id }) => id);
  const answer = suggestionsForList(ids, ON_SHELF, signal);
  const note = el('span', {}, t('forListNote'));
  answer.then(({ unknown }) => unknown?.length > 0 && note.append(`. ${t('unknown', unknown.length)}`)).catch(() => {});
  return shelf({
    key: 'tips',
    name: t('forList'),
    note,
    titles: answer.then((given) => given.suggestions),
    nothing: answer.then(({ nothing }) => nothing && `${nothing.text[lang()]}.`).catch(() => null),
    places: ON_SHELF,
    isAsked: true,
  });
}

/* The way to be forgotten; nothing is there for who never said anything. */
function forgetting() {
  if (!reader()) {
    return null;
  }
  const button = el('button', { type: 'button', class: 'button quiet', onclick: () => forget(area) }, t('forgetOpinions'));
  const area = el('div', { class: 'list-head forgetting' }, el('p', { class: 'note' }, t('opinionsPrivate')), button);
  return area;
}

function forget(area) {
  forgetReader();
  forgetAnswers();
  const done = el('p', { class: 'note', tabindex: '-1' }, t('opinionsForgotten'));
  area.replaceChildren(done);
  done.focus();
  say(t('opinionsForgotten'));
}

/**
 * Shows a changed list. What was suggested stays while the reader picks from it.
 *
 * @return whether the two shelves could show it, or else another view is due
 */
export function refresh() {
  if (!own?.isConnected || list.all().length === 0) {
    return false;
  }
  const ribbons = () => [...own.querySelectorAll('.ribbon')];
  const at = ribbons().indexOf(document.activeElement);
  own.replaceChildren(...cards());
  if (at >= 0) {
    ribbons()[Math.min(at, ribbons().length - 1)].focus();
  }
  if (!tips.contains(document.activeElement)) {
    const fresh = suggestions();
    tips.replaceWith(fresh);
    tips = fresh;
  }
  return true;
}

export const skeleton = () => [heading(t('myList'))];

export async function view(place, signal) {
  if (list.all().length === 0) {
    return { name: t('myList'), nodes: nothingThere() };
  }
  own = el('ul', { class: 'shelf' }, cards());
  tips = suggestions(signal);
  const clear = el('button', { type: 'button', class: 'button quiet', onclick: empty }, t('clear'));
  const head = el('div', { class: 'list-head' }, el('p', { class: 'note' }, t('listPrivate')), clear);
  return { name: t('myList'), nodes: [heading(t('myList')), head, own, dial(), tips, forgetting()] };
}
