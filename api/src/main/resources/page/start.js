/* The first view: an invitation, and something of whatever catalogue this is. */

import { search } from './api.js';
import { spines } from './cards.js';
import { el, heading } from './dom.js';
import { lang, t } from './language.js';
import { toSearch } from './place.js';
import { shelf } from './shelf.js';

/* Words that most catalogues have titles or subjects for; those that nothing is found for are not shown. */
const TOPICS = [
  { nl: 'vriendschap', en: 'friendship' },
  { nl: 'misdaad', en: 'crime' },
  { nl: 'natuur', en: 'nature' },
  { nl: 'liefde', en: 'love' },
  { nl: 'geschiedenis', en: 'history' },
  { nl: 'magie', en: 'magic' },
  { nl: 'muziek', en: 'music' },
  { nl: 'oorlog', en: 'war' },
];

const SHELVES = 4;
const ON_SHELF = 6;
const FEWEST = 4;
const ASKED = 40;

/** The topic with what its word finds, in the language in which it finds most. */
async function explore(topic, signal) {
  const words = [...new Set([topic[lang()], ...Object.values(topic)])];
  const found = await Promise.all(words.map((word) => search(word, ASKED, signal)));
  const best = found.reduce((most, titles, i) => (titles.length > found[most].length ? i : most), 0);
  return { label: topic[lang()], word: words[best], titles: found[best].sort(byBorrowers) };
}

const byBorrowers = (a, b) => (parseInt(b.borrowers, 10) || 0) - (parseInt(a.borrowers, 10) || 0);

/** Each title on one shelf only, the best known first. */
function shelves(topics) {
  const taken = new Set();
  return topics
    .filter((topic) => topic.titles.length >= FEWEST)
    .slice(0, SHELVES)
    .map((topic) => {
      const titles = topic.titles.filter(({ id }) => !taken.has(id)).slice(0, ON_SHELF);
      titles.forEach(({ id }) => taken.add(id));
      return { ...topic, titles };
    });
}

function topicShelf(topic) {
  return shelf({
    key: topic.word,
    name: capital(topic.label),
    more: el('a', { class: 'more', href: toSearch(topic.word) }, t('seeAll'), el('span', { class: 'unseen' }, t('about', topic.label))),
    titles: topic.titles,
  });
}

function chips(topics) {
  return el(
    'nav',
    { class: 'topics', 'aria-label': t('startTopics') },
    el('p', { class: 'note' }, t('startTopics')),
    el(
      'ul',
      { class: 'chips' },
      topics.map(({ label, word }) => el('li', {}, el('a', { class: 'chip', href: toSearch(word) }, capital(label)))),
    ),
  );
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

function hero() {
  const words = el('div', {}, heading(t('startHeading')), el('p', { class: 'lead' }, t('startLead')));
  return el('div', { class: 'hero' }, words, spines());
}

export const skeleton = () => [
  hero(),
  el('div', { class: 'topics ghost-topics' }),
  ...TOPICS.slice(0, SHELVES).map((topic) =>
    shelf({ key: topic.en, name: capital(topic[lang()]), titles: new Promise(() => {}) }),
  ),
];

export async function view(place, signal) {
  const topics = (await Promise.all(TOPICS.map((topic) => explore(topic, signal)))).filter(
    (topic) => topic.titles.length > 0,
  );
  return { name: null, nodes: [hero(), topics.length > 0 && chips(topics), ...shelves(topics).map(topicShelf)] };
}
