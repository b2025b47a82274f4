/* Asks the service, by the same API that every other program uses. */

import { current } from './place.js';
import { madeReader, reader } from './reader.js';

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

async function get(path, parameters, signal, headers = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const address = `${path}?${query}`;
  const old = kept.get(address);
  if (old && Date.now() - old.at < KEPT_MILLIS) {
    return old.answer;
  }
  const answer = await send(address, { signal, headers });
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
  const who = reader();
  // Another address than the one that the page's head has asked ahead, for nobody in particular.
  const own = who ? '1' : '';
  return get(path, { basis, limit, scope, library, mode, own }, signal, who ? { 'X-Reader': who } : {});
}

/** Suggestions for a list. */
export function suggestionsForList(titles, limit, signal) {
  const { library, mode } = current();
  const who = { library: library || undefined, mode: mode || undefined, reader: reader() || undefined };
  return post('/v1/suggestions', { titles, limit, ...who }, signal);
}

/** Says what the reader thinks of a suggestion. What was answered before is no longer the answer. */
export async function sayOf(traceId, kind) {
  await post('/v1/feedback', { traceId, kind, reader: madeReader() });
  kept.clear();
}

/** Lets go of answers that were given to a reader who is forgotten. */
export const forgetAnswers = () => kept.clear();

/** Says that a suggestion was followed, by nobody in particular, and waits for nothing. */
export function sayClick(traceId) {
  navigator.sendBeacon?.('/v1/feedback', JSON.stringify({ traceId, kind: 'click' }));
}
