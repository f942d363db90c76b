/** What the reader's browser remembers of one shop; where the browser forbids it, for as long as the page lives. */
import { inPreview } from './preview.js';
import { release } from './shop.js';

const fallback = new Map();
const named = (key) => `kaipu:${release.slug}:${key}`;

/** @param {string} key */
export function read(key) {
  let text = fallback.get(key);
  try {
    if (!inPreview) text = text ?? localStorage.getItem(named(key)) ?? undefined;
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {string} key @param {unknown} value undefined forgets it */
export function write(key, value) {
  const text = JSON.stringify(value);
  if (inPreview) return void fallback.set(key, text);
  try {
    if (text === undefined) localStorage.removeItem(named(key));
    else localStorage.setItem(named(key), text);
  } catch {
    fallback.set(key, text);
  }
}
