/** request: every HTTP status is an answer; only no answer at all is a rejection. */
import { language } from './language.js';
import { answerPreview, inPreview } from './preview.js';

const TIMEOUT_MS = 15000;

/**
 * @param {import('../../../shell/platform').RequestOptions} options
 * @returns {Promise<import('../../../shell/platform').Answer>}
 */
export async function request({ method, url, headers = {}, body, timeout_ms = TIMEOUT_MS }) {
  if (inPreview) return answerPreview(url, language());
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout_ms);
  try {
    const response = await fetch(url, {
      method,
      headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: stop.signal,
      credentials: 'omit',
      cache: 'no-store',
    });
    return { status: response.status, body: await read(response), headers: Object.fromEntries(response.headers) };
  } finally {
    clearTimeout(timer);
  }
}

async function read(response) {
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('Content-Type') ?? '');
  return isJson && text ? JSON.parse(text) : text;
}
