/* Asks the service, by the same API that every other program uses. */

import { current } from './place.js';

const KEPT_MILLIS = 60_000;
const MOST_KEPT = 100;
const JSON_TYPES = ['application/json', 'application/problem+json'];
const URN = 'urn:leeswijzer:problem:';

/** Going back to an answer that was just given takes no time. */
const kept = new Map();

/** Why there is no answer: `offline`, `server`, or the name that the API gives the problem, with its text for readers. */
export class Problem extends Error {
  constructor(kind, { detail = '', text = null } = {}) {
    super(detail);
    this.kind = kind;
    this.text = text;
  }
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem('offline');
  }
  const type = (response.headers.get('Content-Type') || '').split(';')[0].trim();
  const body = JSON_TYPES.includes(type) ? await response.json() : {};
  if (!response.ok) {
    throw problem(response.status, body);
  }
  return body;
}

function problem(status, body) {
  const isOurs = status < 500 && (body.type || '').startsWith(URN);
  return new Problem(isOurs ? body.type.slice(URN.length) : 'server', body);
}

async function get(path, parameters, signal) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const address = `${path}?${query}`;
  const old = kept.get(address);
  if (old && Date.now() - old.at < KEPT_MILLIS) {
    return old.answer;
  }
  const answer = await send(address, { signal });
  kept.delete(address);
  kept.set(address, { answer, at: Date.now() });
  if (kept.size > MOST_KEPT) {
    kept.delete(kept.keys().next().value);
  }
  return answer;
}

function post(path, body, signal) {
  const headers = { 'Content-Type': 'application/json' };
  return send(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
}

export const libraries = async () => (await get('/v1/libraries', {})).libraries;

/** Titles with these words, best first. */
export async function search(q, limit, signal) {
  return (await get('/v1/titles', { q, limit, library: current().library }, signal)).titles;
}

/** A title with what is suggested for it: by `loans` or by `kinship`. */
export function suggestionsFor(id, basis, limit, scope, signal) {
  const path = `/v1/titles/${encodeURIComponent(id)}/suggestions`;
  const { library, mode } = current();
  return get(path, { basis, limit, scope, library, mode }, signal);
}

/** Suggestions for a list. */
export function suggestionsForList(titles, limit, signal) {
  const { library, mode } = current();
  return post('/v1/suggestions', { titles, limit, library: library || undefined, mode: mode || undefined }, signal);
}
