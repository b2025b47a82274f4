/* What a search finds. */

import { search } from './api.js';
import { row, spines } from './cards.js';
import { el, heading } from './dom.js';
import { t } from './language.js';
import { changed } from './place.js';
import { ghostRows } from './shelf.js';

const FIRST = 24;
const MOST = 100;

function none(place) {
  return [
    el('p', { class: 'lead' }, t('noneFoundHelp')),
    place.library && el('p', { class: 'buttons' }, el('a', { class: 'button', href: changed({ library: '' }) }, t('elsewhere'))),
    spines(),
  ];
}

/** The rest of the titles, in place of the button that asked for them. */
async function showMore(button, q, rows) {
  button.disabled = true;
  const titles = await search(q, MOST).catch(() => null);
  if (!titles) {
    button.disabled = false;
    return;
  }
  const added = titles.slice(FIRST).map(row);
  rows.append(...added);
  added[0]?.querySelector('a').focus();
  button.remove();
}

export const skeleton = (place) => [
  heading(t('resultsHeading', place.q)),
  el('p', { class: 'note' }, t('loading')),
  ghostRows(6),
];

export async function view(place, signal) {
  const q = place.q.trim();
  const titles = await search(q, FIRST + 1, signal);
  const isCut = titles.length > FIRST;
  const shown = titles.slice(0, FIRST);
  const count = shown.length ? t('found', shown.length, isCut) : t('noneFound');
  const rows = el('ul', { class: 'rows' }, shown.map(row));
  const more = el('button', { type: 'button', class: 'button more-rows', onclick: () => showMore(more, q, rows) }, t('showMore'));
  return {
    name: t('resultsHeading', q),
    status: count,
    nodes: [
      heading(t('resultsHeading', q)),
      el('p', { class: 'note' }, count),
      ...(shown.length ? [rows] : none(place)),
      isCut && more,
    ],
  };
}
