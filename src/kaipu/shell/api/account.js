/**
 * Requests of the shopper that this device is: with a session, which is asked for once and renewed when it has run out,
 * and with the key that makes an order happen once.
 */

const platform = require('kaipu/platform');
const release = require('kaipu/release');
const client = require('kaipu/api/client');

/** @typedef {import('kaipu/types').Failure} Failure */

const TOKEN = 'token:' + release.slug;

/** @type {Promise<string> | null} */
let signing = null;

async function signIn() {
  try {
    const code = await platform.login().catch(() => '');
    const who = code ? { platform: platform.name, code } : { platform: platform.name };
    const { token } = /** @type {{ token: string }} */ ((await client.ask('POST', 'session', {}, who)).body);
    platform.write(TOKEN, token);
    return token;
  } finally {
    signing = null;
  }
}

/** However many requests wait for it, one session is asked for. */
function session() {
  return platform.read(TOKEN) || (signing = signing || signIn());
}

/**
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>}
 */
async function ask(method, path, body, headers) {
  for (let renewed = false; ; renewed = true) {
    const Authorization = 'Bearer ' + (await session());
    try {
      return (await client.ask(method, path, { Authorization, ...headers }, body)).body;
    } catch (problem) {
      if (/** @type {Failure} */ (problem).status !== 401 || renewed) throw problem;
      platform.write(TOKEN, null);
    }
  }
}

/** @param {string} path */
exports.get = (path) => ask('GET', path);

/** @param {string} path @param {unknown} body */
exports.post = (path, body) => ask('POST', path, body);

/**
 * A request that must happen once. The same body has the same key until the server has answered for good, over repeats,
 * restarts and the reader's own second tap.
 * @param {string} path
 * @param {unknown} body
 */
exports.postOnce = async (path, body) => {
  const place = 'once:' + release.slug + ':' + path;
  const text = JSON.stringify(body);
  let kept = /** @type {{ text: string, key: string } | null} */ (platform.read(place));
  if (!kept || kept.text !== text) platform.write(place, (kept = { text, key: newKey() }));
  try {
    const answer = await ask('POST', path, body, { 'Idempotency-Key': kept.key });
    platform.write(place, null);
    return answer;
  } catch (problem) {
    const { status, code } = /** @type {Failure} */ (problem);
    // Anything else may have been carried out: the same key finds out.
    if (status >= 400 && status < 500 && code !== 'order_in_progress') platform.write(place, null);
    throw problem;
  }
};

/** It need not be secret, only not come twice. */
function newKey() {
  const part = () => Math.random().toString(36).slice(2);
  return Date.now().toString(36) + '-' + part() + part();
}
