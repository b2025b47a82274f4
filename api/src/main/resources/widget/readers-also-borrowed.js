/* <readers-also-borrowed title-id="..." library="...">: what goes with a title. See the README. */
(() => {
  const NAME = 'readers-also-borrowed';
  if (!document.adoptedStyleSheets || customElements.get(NAME)) return;
  const script = document.currentScript || document.querySelector(`script[src*="/${NAME}.js"]`);

  const WORDS = {
    nl: {
      loans: 'Lezers leenden ook', mixed: 'Misschien ook iets voor jou',
      notForMe: 'niks voor mij', alreadyRead: 'al gelezen', good: 'goede tip', failed: 'lukte niet',
    },
    en: {
      loans: 'Readers also borrowed', mixed: 'You may also like',
      notForMe: 'not for me', alreadyRead: 'already read', good: 'good suggestion', failed: 'did not work',
    },
  };

  const KINDS = ['notForMe', 'alreadyRead', 'good'];

  /* A random number for who says something, made then, and kept in this browser and nowhere else. */
  const reader = (make) => {
    try {
      if (make) localStorage.rabReader ||= Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => (byte & 15).toString(16)).join('');
      return localStorage.rabReader;
    } catch {}
  };

  /* Lines are cut at a fixed number: what is waited for is as high as what comes. */
  const CSS = `
:host { display: block; line-height: 1.4; --w: var(--rab-cover-width, 7.5rem) }
:host([hidden]), :host([empty]) { display: none }
:host, * { box-sizing: border-box }
section { padding-block: 1rem }
#h { margin: 0 0 .75rem; font-size: 1.25em }
ul { display: flex; gap: var(--rab-gap, 1.25rem); margin: -6px; padding: 6px; list-style: none; overflow-x: auto }
li { position: relative; flex: 0 0 var(--w); min-width: 0 }
.cover { position: relative; display: grid; place-items: center; aspect-ratio: 2/3; margin-bottom: .5rem; padding: .5rem; overflow: hidden; text-align: center; background: var(--rab-cover-background, #8882); border-radius: var(--rab-radius, 3px) }
img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover }
.cut { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--n); height: calc(var(--n) * 1lh); overflow: hidden; overflow-wrap: anywhere }
b.cut { --n: 5; height: auto; font-size: .8em }
.title { --n: 2; font-weight: 600; color: var(--rab-link-color, inherit); text-decoration: none }
.author { --n: 1; font-size: .9em }
.reason { --n: 4; font-size: .85em; color: var(--rab-muted, inherit) }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(var(--w), 40%), 1fr)) }
.list { display: grid }
.list li { display: grid; grid-template-columns: 4rem 1fr; column-gap: 1rem }
.list .cover { grid-row: span 5; align-self: start; margin: 0 }
.list b { display: none }
.list .title { --n: 1 }
.list .reason { --n: 2 }
div { position: relative; z-index: 1; display: grid; justify-items: start }
button { padding: 0; font: inherit; font-size: .85em; line-height: 26px; white-space: nowrap; text-decoration: underline; color: var(--rab-muted, inherit); background: none; border: 0; cursor: pointer }
[aria-pressed=true] { font-weight: 600; text-decoration: none }
[aria-pressed=true]::after { content: " ✓" }
a::after { content: ""; position: absolute; inset: 0 }
li:hover a { text-decoration: underline }
a:focus-visible { outline: 0 }
a:focus-visible::after, ul:focus-visible, button:focus-visible { outline: 3px solid var(--rab-accent, currentcolor); outline-offset: 2px }
.wait { visibility: hidden }
.wait .cover { visibility: visible; animation: in .4s .4s both }
@keyframes in { from { opacity: 0 } }
@media (prefers-reduced-motion) { .cover { animation: none !important } }
@media (forced-colors: active) { .cover { border: 1px solid } }
`;
  const PLAIN = { credentials: 'omit', referrerPolicy: 'no-referrer' };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);

  const el = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const name in attributes) {
      const value = attributes[name];
      if (value?.call) made[name] = value;
      else if (value != null) made.setAttribute(name, value);
    }
    made.append(...children.filter(Boolean));
    return made;
  };

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ['title-id', 'isbn', 'library', 'limit', 'lang', 'layout', 'href', 'heading', 'heading-level', 'feedback', 'api'];

    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
      this.near = new IntersectionObserver((seen) => seen.pop().isIntersecting && this.load(), { rootMargin: '600px' });
      this.gone = new IntersectionObserver((seen) => seen.pop().isIntersecting || this.settle());
    }

    connectedCallback() { this.start(); }

    disconnectedCallback() { this.stop(); }

    attributeChangedCallback() { if (this.isConnected) this.start(); }

    get(name) { return this.getAttribute(name); }

    get base() { return new URL(this.get('api') || '../../', script?.src); }

    get asks() { return this.get('feedback') !== 'off'; }

    get limit() { return Math.min(Math.max(parseInt(this.get('limit')) || 6, 1), 100); }

    get language() { return /^nl/i.test(this.closest('[lang]')?.lang) ? 'nl' : 'en'; }

    stop() {
      this.near.disconnect();
      this.gone.disconnect();
      this.asking?.abort();
      this.asking = null;
    }

    /* Keeps room for the answer, which is asked for when a reader comes near. */
    start() {
      this.stop();
      this.settle();
      this.removeAttribute('empty');
      this.shadowRoot.replaceChildren(this.section(Array(this.limit).fill({ isbns: [], authors: [] }), true));
      this.near.observe(this);
    }

    async load() {
      this.near.disconnect();
      const asking = (this.asking = new AbortController());
      setTimeout(() => asking.abort(), 10000);
      const outcome = await this.ask(asking.signal).catch((error) => ['error', { message: error.message }]);
      if (asking === this.asking) this.show(...outcome);
    }

    /* What came of it, more of that, and the suggestions. */
    async ask(signal) {
      for (const id of [this.get('title-id'), this.get('isbn')].filter(Boolean)) {
        const url = new URL(`v1/titles/${encodeURIComponent(id)}/suggestions?limit=${this.limit}`, this.base);
        if (this.get('library')) url.searchParams.set('library', this.get('library'));
        const me = this.asks && reader();
        const response = await fetch(url, { ...PLAIN, signal, headers: me ? { 'X-Reader': me } : {} });
        const body = await response.json();
        if (body.suggestions) return [body.nothing ? 'empty' : 'shown', { code: body.nothing?.code }, body.suggestions];
        if (!/:unknown-title$/.test(body.type)) return ['error', { status: response.status, message: body.detail }];
      }
      return ['empty', { code: 'unknownTitle' }];
    }

    /* Nothing moves in sight: the height stays as it is until the reader has left. */
    show(event, detail, found = []) {
      this.style.minHeight = `${this.offsetHeight}px`;
      this.shadowRoot.replaceChildren(...(found.length ? [this.section(found)] : []));
      this.gone.observe(this);
      this.dispatchEvent(new CustomEvent(`rab:${event}`, { bubbles: true, composed: true, detail: { count: found.length, ...detail } }));
    }

    settle() {
      this.gone.disconnect();
      this.style.minHeight = '';
      this.toggleAttribute('empty', !this.shadowRoot.firstChild);
    }

    section(found, isWaiting) {
      const kind = found.every((each) => each.basis === 'loans') ? 'loans' : 'mixed';
      const level = this.get('heading-level')?.match(/^[1-6]$/) || 2;
      return el(
        'section',
        { part: 'section', class: isWaiting && 'wait', 'aria-labelledby': 'h', lang: this.language },
        el(`h${level}`, { id: 'h', part: 'heading' }, this.get('heading') || WORDS[this.language][kind]),
        el('ul', { class: this.get('layout'), part: 'list', role: 'list', 'aria-labelledby': 'h', tabindex: this.get('href') ? null : 0 }, ...found.map((each) => this.item(each))),
      );
    }

    item(each) {
      const values = { id: each.id, isbn: each.isbns[0], library: each.library };
      const href = this.get('href')?.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(values[name] ?? ''));
      const line = (tag, part, text, more) => el(tag, { class: `cut ${part}`, part, title: text, ...more }, text);
      return el(
        'li',
        { part: 'item' },
        this.cover(each),
        href ? line('a', 'title', each.title, { href, onclick: () => { this.send(each, 'click').catch(() => {}); } }) : line('span', 'title', each.title),
        line('span', 'author', each.authors.join(' · ')),
        line('span', 'reason', each.reason?.text[this.language]),
        this.asks && this.opinions(each),
      );
    }

    /* As plain text, for which no browser has to ask first. */
    async send({ traceId }, kind, reader) {
      if (this.asks) return fetch(new URL('v1/feedback', this.base), { ...PLAIN, method: 'POST', keepalive: true, body: JSON.stringify({ traceId, kind, reader }) });
    }

    opinions(each) {
      return el(
        'div',
        { role: 'group', part: 'feedback', 'aria-label': each.title, 'aria-live': 'polite' },
        ...KINDS.map((kind) => el(
          'button',
          { type: 'button', part: 'button', 'aria-pressed': kind === 'good' ? false : null, onclick: ({ target }) => this.tell(each, kind, target) },
          WORDS[this.language][kind],
        )),
      );
    }

    async tell(each, kind, button) {
      const { ok } = await this.send(each, kind, reader(true)).catch(() => ({}));
      button.textContent = WORDS[this.language][ok ? kind : 'failed'];
      if (ok && kind === 'good') button.ariaPressed = true;
      else if (ok) this.leave(button.closest('li'));
    }

    /* Below it nothing moves until the reader has left. */
    leave(item) {
      const next = item.nextElementSibling || item.previousElementSibling;
      this.style.minHeight = `${this.offsetHeight}px`;
      item.remove();
      if (next) next.querySelector('button').focus({ preventScroll: true });
      else this.shadowRoot.replaceChildren();
      this.gone.observe(this);
    }

    /* The name stands in for a picture that is missing, or that is the dot which some send for it. */
    cover(each) {
      const check = ({ target }) => target.naturalWidth < 2 && target.remove();
      const picture = each.cover && el('img', { part: 'image', alt: '', loading: 'lazy', referrerpolicy: 'no-referrer', onerror: check, onload: check, src: each.cover });
      return el('span', { class: 'cover', part: 'cover', 'aria-hidden': true }, el('b', { class: 'cut' }, each.title), picture);
    }
  });
})();
