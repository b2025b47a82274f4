/*
 * The readers' page. The address says where the reader is (place.js); each kind of place has a module with the view of it
 * (start.js, results.js, title.js, mine.js) and with a skeleton that keeps its room while the service is asked (api.js).
 */

import { refreshRibbons, spines } from './cards.js';
import { el, heading, say } from './dom.js';
import { choose, lang, remember, t } from './language.js';
import { loadLibraries, showLibraries } from './libraries.js';
import * as list from './list.js';
import * as mine from './mine.js';
import * as place from './place.js';
import * as results from './results.js';
import * as start from './start.js';
import * as title from './title.js';

const VIEWS = { start, results, title, list: mine };
const TYPING_MILLIS = 180;
const PATIENCE_MILLIS = 150;

const main = document.getElementById('main');
const form = document.getElementById('search');
const words = document.getElementById('words');

let running = new AbortController();
let shown = null;
let isWaitSaid = false;

/** Shows the place that the address names. What is there stays until its successor comes, or for a moment at most. */
async function show(after = () => {}) {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const here = place.current();
  dress(here);
  const waiting = setTimeout(() => wait(here), PATIENCE_MILLIS);
  const page = await VIEWS[here.view].view(here, signal).catch((error) => problemPage(error, signal));
  clearTimeout(waiting);
  if (signal.aborted) {
    return;
  }
  shown = here.view;
  main.removeAttribute('aria-busy');
  main.replaceChildren(...page.nodes.filter(Boolean));
  document.title = page.name ? `${page.name} – Leeswijzer` : 'Leeswijzer';
  document.querySelector('.foot').hidden = false;
  if (page.status || isWaitSaid) {
    say(page.status || '');
    isWaitSaid = false;
  }
  after();
}

function wait(here) {
  main.setAttribute('aria-busy', 'true');
  say(t('loading'));
  isWaitSaid = true;
  if (shown !== here.view || here.view === 'title') {
    main.replaceChildren(...VIEWS[here.view].skeleton(here));
    shown = null;
  }
}

function problemPage(error, signal) {
  if (!signal.aborted && !error.kind) {
    console.error(error);
  }
  const [name, usual] = t('problems')[error.kind] || t('problems').server;
  const help = (!t('problems')[error.kind] && error.text?.[lang()]) || usual;
  const isLibrary = error.kind === 'unknown-library';
  const way = isLibrary
    ? el('a', { class: 'button', href: place.changed({ library: '' }) }, t('allLibraries'))
    : el('button', { type: 'button', class: 'button', onclick: () => show(focusHeading) }, t('again'));
  const isFinal = error.kind === 'unknown-title' || error.kind === 'bad-request';
  const home = el('a', { class: 'button', href: place.toStart() }, t('toStart'));
  const buttons = el('p', { class: 'buttons' }, isFinal ? home : way);
  return { name, nodes: [heading(name), el('p', { class: 'lead' }, help), buttons, spines()] };
}

/** Puts the page around the view into its language and state. */
function dress(here) {
  choose(here.lang);
  document.querySelectorAll('[data-text]').forEach((node) => node.replaceChildren(t(node.dataset.text)));
  document.querySelectorAll('[data-label]').forEach((node) => node.setAttribute('aria-label', t(node.dataset.label)));
  words.placeholder = t('searchHint');
  if (document.activeElement !== words && here.view !== 'title') {
    words.value = here.q;
  }
  form.hidden = false;
  document.querySelector('.brand').href = place.toStart();
  document.getElementById('mine').href = place.toList();
  document.getElementById('mine').setAttribute('aria-current', here.view === 'list' ? 'page' : 'false');
  dressLanguage();
  dressCount();
  showLibraries(here.library);
}

function dressLanguage() {
  const other = lang() === 'nl' ? 'en' : 'nl';
  const link = document.getElementById('language');
  link.href = place.changed({ lang: other });
  link.lang = other;
  link.hreflang = other;
  link.textContent = t('otherLanguage');
}

function dressCount() {
  const count = list.all().length;
  const badge = document.getElementById('count');
  badge.hidden = count === 0;
  badge.textContent = count;
}

/* Moving about: history, focus and scroll. */

function focusHeading() {
  scrollTo(0, 0);
  focusView();
}

/** Gives the view's heading the focus, unless the reader is at work elsewhere by now. */
function focusView() {
  if (document.activeElement === document.body || main.contains(document.activeElement)) {
    main.querySelector('h1')?.focus({ preventScroll: true });
  }
}

function leave() {
  history.replaceState({ ...history.state, scroll: scrollY }, '');
}

function go(address, after = focusHeading) {
  leave();
  history.pushState({ from: location.search }, '', address);
  place.arrive();
  return show(after);
}

function stay(address, after) {
  history.replaceState(history.state, '', address);
  place.arrive();
  return show(after);
}

function follow(event) {
  const link = event.target.closest('a');
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || link.origin !== location.origin || link.pathname !== '/') {
    return;
  }
  event.preventDefault();
  if (link.classList.contains('skip')) {
    main.focus();
  } else if (link.id === 'language') {
    remember(link.hreflang);
    stay(link.href);
  } else if (link.dataset.dial) {
    stay(link.href, () => main.querySelector(`[data-dial="${link.dataset.dial}"]`)?.focus({ preventScroll: true }));
  } else {
    document.activeElement.blur();
    go(link.href);
  }
}

/* Going back finds the page as it was: scrolled as far, and the focus on what was followed. */
function goBack(event) {
  const left = place.current();
  place.arrive();
  words.blur();
  show(() => {
    scrollTo(0, event.state?.scroll || 0);
    const followed = left.title && main.querySelector(`a[href="${CSS.escape(place.toTitle(left.title))}"]`);
    (followed || main.querySelector('h1'))?.focus({ preventScroll: true });
  });
}

/* Searching while the reader types. */

let typing = 0;

function search() {
  clearTimeout(typing);
  const q = words.value.trim();
  const { view } = place.current();
  if (view === 'results') {
    return stay(q ? place.toSearch(q) : place.toStart());
  }
  return q ? go(place.toSearch(q), () => scrollTo(0, 0)) : undefined;
}

async function submit(event) {
  event.preventDefault();
  await search();
  words.blur();
  focusHeading();
}

/** Down from the words into what is found, up and down in it, and back to the words. */
function walk(event) {
  const links = [...main.querySelectorAll('.row .name a')];
  const at = links.indexOf(document.activeElement);
  const isInWords = document.activeElement === words;
  if (links.length === 0 || (at < 0 && !isInWords)) {
    return;
  }
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: -1 }[event.key];
  if (to === undefined || to >= links.length || (isInWords && to < 0)) {
    return;
  }
  event.preventDefault();
  (links[to] || words).focus();
}

function listen() {
  document.addEventListener('click', follow);
  document.addEventListener('keydown', walk);
  addEventListener('popstate', goBack);
  form.addEventListener('submit', submit);
  words.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(search, TYPING_MILLIS);
  });
  document.getElementById('library').addEventListener('change', (event) => {
    go(place.changed({ library: event.target.value }), () => {});
  });
  list.onChange(() => {
    dressCount();
    refreshRibbons();
    if (shown === 'list' && !mine.refresh()) {
      show(focusView);
    }
  });
}

async function begin() {
  history.scrollRestoration = 'manual';
  document.getElementById('demo').hidden = document.querySelector('meta[name=leeswijzer-demo]').content !== 'true';
  listen();
  loadLibraries().then(() => showLibraries(place.current().library));
  await show(() => scrollTo(0, history.state?.scroll || 0));
}

begin();
