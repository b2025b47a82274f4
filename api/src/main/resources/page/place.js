/* Where the reader is, as the address says it: /?q=, /?title= or /?view=list, each with library= and lang=. */

const LONGEST_SEARCH = 200;

/** What stands in an address's query. */
export function placeOf(search) {
  const given = new URLSearchParams(search);
  const place = {
    q: (given.get('q') || '').slice(0, LONGEST_SEARCH),
    title: given.get('title') || '',
    library: given.get('library') || '',
    lang: given.get('lang') || '',
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

/** The address of another place, in the same library and language unless the target names another. */
export function address(target) {
  const { library, lang } = here;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...target, library: target.library ?? library, lang: target.lang ?? lang })) {
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
