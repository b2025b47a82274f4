/* Where the reader is, as the address says it: /?q=, /?title= or /?view=list, each with library=, lang= and mode=. */

const LONGEST_SEARCH = 200;

/** How far suggestions may lie; the empty one is what the service does if it is not told. */
export const MODES = ['close', '', 'discover'];

/** What stands in an address's query. */
export function placeOf(search) {
  const given = new URLSearchParams(search);
  const place = {
    q: (given.get('q') || '').slice(0, LONGEST_SEARCH),
    title: given.get('title') || '',
    library: given.get('library') || '',
    lang: given.get('lang') || '',
    mode: MODES.includes(given.get('mode')) ? given.get('mode') : '',
  };
  return { ...place, view: viewOf(place, given.get('view')) };
}

function viewOf(place, view) {
  if (place.title) {
    return 'title';
  }
  if (place.q.trim()) {
    return 'results';
  }
  return view === 'list' ? 'list' : 'start';
}

let here = placeOf(location.search);

export const current = () => here;

/** Takes over what the address bar says. */
export function arrive() {
  here = placeOf(location.search);
}

/** The address of another place, in the same library, language and mode unless the target names another. */
export function address(target) {
  const { library, lang, mode } = here;
  const kept = { library: target.library ?? library, lang: target.lang ?? lang, mode: target.mode ?? mode };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...target, ...kept })) {
    if (value) {
      query.set(key, value);
    }
  }
  const text = query.toString();
  return text ? `/?${text}` : '/';
}

/** The address of this very place with something changed. */
export function changed(change) {
  const { q, title, view } = here;
  const target = { title: { title }, results: { q }, list: { view }, start: {} }[view];
  return address({ ...target, ...change });
}

export const toTitle = (id) => address({ title: id });
export const toSearch = (q) => address({ q });
export const toList = () => address({ view: 'list' });
export const toStart = () => address({});
