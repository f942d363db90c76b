/**
 * What the shop shows at this moment: definition, catalogue and shop information. First what the package was built
 * from, or what was fetched last since then; then what is live. Content is replaced whole and announced; it is never
 * changed in place.
 */

const platform = require('kaipu/platform');
const release = require('kaipu/release');
const client = require('kaipu/api/client');
const table = require('kaipu/orders/table');
const { signal } = require('kaipu/signal');

/** @typedef {import('./types').Content} Content */
/** @typedef {import('./types').Dish} Dish */
/** @typedef {{ base: string, content: Content, live: string, catalog: string }} Kept `live`, `catalog`: ETags */

const PLACE = 'live:' + release.slug;
// A new package begins anew, whatever was fetched for the one before.
const BASE = release.sha256 + release.catalog.revision;
const SHORTEST_WAIT_MS = 15000;
const MINUTE_MS = 60000;

const pictures = release.pictures.replace(/\/?$/, '/');
const origin = (/^https?:\/\/[^/]+/.exec(release.api) || [''])[0];

/** @type {Kept} */
let kept = first();
/** @type {Record<string, Dish>} */
let dishes = byCode(kept.content);
/** @type {ReturnType<typeof signal<void>>} */
const changed = signal();
let announced_ms = Date.now();
let announced_table = table.current(kept.content.shop);
let asked_ms = 0;
/** @type {Promise<void> | null} */
let asking = null;

function first() {
  const old = /** @type {Kept | null} */ (platform.read(PLACE));
  if (old && old.base === BASE) return old;
  const { sha256, definition, catalog, shop } = release;
  return { base: BASE, content: { sha256, definition, catalog, shop }, live: '', catalog: '' };
}

/** @param {Content} content */
function byCode(content) {
  /** @type {Record<string, Dish>} */
  const found = {};
  content.catalog.dishes.forEach((dish) => {
    found[dish.code] = dish;
  });
  return found;
}

/** @param {Kept} next */
function keep(next) {
  const same = JSON.stringify(next.content) === JSON.stringify(kept.content);
  kept = next;
  platform.write(PLACE, next);
  if (same) return;
  dishes = byCode(next.content);
  announce();
}

function announce() {
  announced_ms = Date.now();
  announced_table = table.current(kept.content.shop);
  changed.send();
}

/** @param {string} path @param {string} etag */
const read = (path, etag) => client.ask('GET', path, etag ? { 'If-None-Match': etag } : {});

/** @param {import('./platform').Answer} answer */
const tagOf = ({ headers }) => headers[/** @type {string} */ (Object.keys(headers).find((name) => /^etag$/i.test(name)))] || '';

async function fetchLive() {
  const [live, catalog] = await Promise.all([read('live', kept.live), read('catalog', kept.catalog)]);
  const next = { ...kept, content: { ...kept.content } };
  if (live.status === 200) {
    const { sha256, definition, shop } = /** @type {Content} */ (live.body);
    Object.assign(next.content, { sha256, definition, shop });
    next.live = tagOf(live);
  }
  if (catalog.status === 200) {
    next.content.catalog = /** @type {import('./types').Catalog} */ (catalog.body);
    next.catalog = tagOf(catalog);
  }
  if (live.status === 200 || catalog.status === 200) keep(next);
}

exports.on = changed.on;

exports.content = () => kept.content;

/**
 * @param {string} code
 * @returns {Dish | undefined}
 */
exports.dish = (code) => dishes[code];

/** @returns {import('./types').Shop} */
exports.shop = () => {
  const { catalog, shop } = kept.content;
  return { catalog, shop, pictures, origin, table: table.current(shop), now_ms: Date.now() };
};

/**
 * Fetches what is live, unless that was done a moment ago. Never rejects: without a network, what is on screen stays.
 * @param {boolean} [now] however lately it was asked
 */
exports.refresh = (now) => {
  if (asking) return asking;
  if (!now && Date.now() - asked_ms < SHORTEST_WAIT_MS) return Promise.resolve();
  asked_ms = Date.now();
  asking = fetchLive()
    .catch(() => undefined)
    .then(() => {
      asking = null;
    });
  return asking;
};

/** "Open now" goes stale on a screen that stays on, and so does the table: whoever comes back to it is told again. */
exports.tick = () => {
  if (Date.now() - announced_ms > MINUTE_MS || table.current(kept.content.shop) !== announced_table) announce();
};
