/**
 * Requests to the shop's API, and whether there is a network. Knows nothing of who asks or what for.
 * Always holds: a request that changes something is repeated by itself only with an idempotency key, and every failure
 * is a `Failure` whose message can be shown as it is.
 */

const platform = require('kaipu/platform');
const release = require('kaipu/release');
const { signal } = require('kaipu/signal');
const { pick } = require('kaipu/words');

/** @typedef {import('../platform').Answer} Answer */

const PAUSE_MS = 700;
const MOST_REPEATS = 2;

const words = pick({
  zh: { offline: '网络不通，请看看网络再试', broken: '店里的系统忙，请稍后再试' },
  en: { offline: 'No connection. Check it and try again', broken: 'The shop’s system is busy. Try again soon' },
});

/** @type {ReturnType<typeof signal<boolean>>} */
const online = signal();
let down = false;

/** Told when the network comes or goes. */
exports.online = online;

/** Whether the last request got no answer. */
exports.offline = () => down;

/** @param {boolean} now */
function report(now) {
  if (down !== now) return;
  down = !now;
  online.send(now);
}
platform.onOnline(report);

/** @param {Answer | null} answer @returns {import('kaipu/types').Failure} */
function failure(answer) {
  if (!answer) return { status: 0, code: 'offline', message: words.offline };
  /** @type {{ code?: string, message?: string }} */
  const { code = 'broken', message = words.broken } = answer.body || {};
  return { status: answer.status, code, message };
}

/**
 * Asks until there is an answer, or no more repeats. Rejects with a Failure for every status from 400.
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {Record<string, string>} headers
 * @param {unknown} [body]
 */
exports.ask = async (method, path, headers, body) => {
  const most = method === 'GET' || headers['Idempotency-Key'] ? MOST_REPEATS : 0;
  const options = {
    method,
    url: release.api + '/' + path,
    headers: { 'Accept-Language': platform.language() === 'zh' ? 'zh-CN' : 'en', ...headers },
    body,
    timeout_ms: 10000,
  };
  for (let attempt = 1; ; attempt++) {
    const answer = await platform.request(options).catch(() => null);
    if (answer) report(true);
    if (answer && answer.status < 400) return answer;
    if ((answer && answer.status < 500) || attempt > most) {
      if (!answer) report(false);
      throw failure(answer);
    }
    await new Promise((resolve) => setTimeout(() => resolve(0), PAUSE_MS * attempt));
  }
};
