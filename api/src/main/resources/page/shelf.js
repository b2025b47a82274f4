/* A plank with titles on it. It keeps their place while they are still under way. */

import { card } from './cards.js';
import { el } from './dom.js';
import { t } from './language.js';

const PLACES = 6;

function ghosts(name, count) {
  const line = (kind) => el('span', { class: `line ${kind}` });
  return Array.from({ length: count }, () =>
    el(
      'li',
      { class: `${name} ghost`, 'aria-hidden': 'true' },
      el('span', { class: 'stand' }, el('span', { class: 'cover bound' })),
      el('div', { class: 'row-text' }, line('long'), line('short'), line('middling')),
    ),
  );
}

/** Rows that are not there yet. */
export const ghostRows = (count) => el('ul', { class: 'rows' }, ghosts('row', count));

/**
 * A shelf.
 *
 * @param parts.name its heading
 * @param parts.note what is said below that, or null
 * @param parts.more a link to all that would be on it, or null
 * @param parts.titles what stands on it, or a promise of that
 * @param parts.nothing why nothing stands on it, or a promise of that; where it is null the shelf goes
 * @param parts.places how many titles are kept room for
 * @param parts.isAsked whether readers say what they think of what stands on it
 * @param parts.key tells it from the other shelves of the view
 */
export function shelf({ name, note, more, titles, nothing, places = PLACES, isAsked, key }) {
  const plank = el('ul', { class: 'shelf' }, ghosts('card', places));
  const small = note && el('p', { class: 'note' }, note);
  const id = `shelf-${key}`;
  const section = el(
    'section',
    { class: isAsked ? 'plank is-asked' : 'plank', 'aria-labelledby': id, 'aria-busy': 'true' },
    el('div', { class: 'plank-head' }, el('h2', { id }, name), more),
    small,
    plank,
  );
  fill(section, plank, titles, nothing);
  return section;
}

async function fill(section, plank, titles, nothing) {
  try {
    const found = await titles;
    const why = found.length ? null : nothing && (await nothing);
    if (found.length) {
      plank.replaceChildren(...found.map((title) => card(title)));
    } else if (why) {
      plank.replaceWith(el('p', { class: 'empty' }, why));
    } else {
      section.remove();
    }
  } catch (error) {
    if (error.name !== 'AbortError') {
      plank.replaceWith(el('p', { class: 'empty' }, t('shelfProblem')));
    }
  }
  section.removeAttribute('aria-busy');
}
