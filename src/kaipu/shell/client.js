/**
 * Requests to the shop's API. Knows sessions, retries and idempotency keys; knows nothing of what is asked.
 * Always holds: a request that changes something is repeated by itself only with an idempotency key, and every failure is a
 * `Failure` whose message can be shown as it is.
 */

const platform = require('kaipu/platform');
const release = require('kaipu/release');
const { signal } = require('kaipu/signal');
const { pick } = require('kaipu/words');

/** @typedef {import('./types').Failure} Failure */
/** @typedef {import('./platform').Answer} Answer */
/** @typedef {{ method: 'GET' | 'POST', body?: unknown, headers?: Record<string, string>, keyed?: boolean }} Call */

const TOKEN = 'token:' + release.slug;
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
  if (down === !now) return;
  down = !now;
  online.send(now);
}
platform.onOnline(report);

/** @param {number} attempt */
const pause = (attempt) => new Promise((resolve) => setTimeout(() => resolve(0), PAUSE_MS * attempt));

/**
 * @param {Answer} answer
 * @returns {Failure}
 */
function failure(answer) {
  const said = /** @type {{ code?: string, message?: string }} */ (answer.body || {});
  return { code: said.code || 'broken', message: said.message || words.broken, status: answer.status };
}

/**
 * Asks until there is an answer that is worth something, or no more repeats.
 * @param {string} path
 * @param {Call} call
 * @returns {Promise<Answer>}
 */
async function ask(path, call) {
  const most = call.method === 'GET' || call.keyed ? MOST_REPEATS : 0;
  const headers = Object.assign({ 'Accept-Language': platform.language() === 'zh' ? 'zh-CN' : 'en' }, call.headers);
  for (let attempt = 0; ; attempt++) {
    const answer = await platform
      .request({ method: call.method, url: release.api + '/' + path, headers, body: call.body, timeout_ms: 10000 })
      .catch(() => null);
    if (answer) report(true);
    if (answer && answer.status < 500) return answer;
    if (attempt >= most) {
      if (answer) return answer;
      report(false);
      throw /** @type {Failure} */ ({ code: 'offline', message: words.offline, status: 0 });
    }
    await pause(attempt + 1);
  }
}

/** @type {Promise<string> | null} */
let signing = null;

/** One session is asked for, however many requests wait for it. */
function session() {
  const kept = platform.read(TOKEN);
  if (typeof kept === 'string') return Promise.resolve(kept);
  signing =
    signing ||
    platform
      .login()
      .catch(() => '')
      .then((code) => ask('session', { method: 'POST', body: code ? { platform: platform.name, code } : { platform: platform.name } }))
      .then((answer) => {
        signing = null;
        if (answer.status >= 400) throw failure(answer);
        const token = /** @type {{ token: string }} */ (answer.body).token;
        platform.write(TOKEN, token);
        return token;
      })
      .catch((problem) => {
        signing = null;
        throw problem;
      });
  return signing;
}

/**
 * As the shopper that this device is. A session that has run out is renewed once.
 * @param {string} path
 * @param {Call} call
 */
async function askSigned(path, call) {
  for (let renewed = false; ; renewed = true) {
    const token = await session();
    const headers = Object.assign({ Authorization: 'Bearer ' + token }, call.headers);
    const answer = await ask(path, Object.assign({}, call, { headers }));
    if (answer.status !== 401 || renewed) return answer;
    platform.write(TOKEN, null);
  }
}

/**
 * What anyone may read. 304 comes back as an answer without a body.
 * @param {string} path
 * @param {string} [etag]
 */
exports.read = async (path, etag) => {
  const answer = await ask(path, { method: 'GET', headers: etag ? { 'If-None-Match': etag } : {} });
  if (answer.status >= 400) throw failure(answer);
  return answer;
};

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
exports.get = async (path) => {
  const answer = await askSigned(path, { method: 'GET' });
  if (answer.status >= 400) throw failure(answer);
  return answer.body;
};

/**
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<any>}
 */
exports.post = async (path, body) => {
  const answer = await askSigned(path, { method: 'POST', body });
  if (answer.status >= 400) throw failure(answer);
  return answer.body;
};

/**
 * A request that must happen once. The same body has the same key until the server has answered for good, over repeats,
 * restarts and the reader's own second tap.
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<any>}
 */
exports.postOnce = async (path, body) => {
  const place = 'once:' + release.slug + ':' + path;
  const text = JSON.stringify(body);
  let kept = /** @type {{ text: string, key: string } | null} */ (platform.read(place));
  if (!kept || kept.text !== text) {
    kept = { text, key: newKey() };
    platform.write(place, kept);
  }
  const answer = await askSigned(path, { method: 'POST', body, keyed: true, headers: { 'Idempotency-Key': kept.key } });
  const problem = answer.status >= 400 ? failure(answer) : null;
  if (answer.status < 500 && !(problem && problem.code === 'key_in_progress')) platform.write(place, null);
  if (problem) throw problem;
  return answer.body;
};

/** Unlikely to be guessed is not asked of it, only unlikely to come twice. */
function newKey() {
  const part = () => Math.random().toString(36).slice(2, 12);
  return Date.now().toString(36) + '-' + part() + part();
}
