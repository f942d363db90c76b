/** Pages as those of a platform that has `Page`, and how to get to them: addresses with queries, tabs, the way back. */

const release = require('kaipu/release');

const { tabs } = release.definition;

/** @param {string} page of a tab: a page of the definition, or one of the shell such as `@orders` */
const pathOf = (page) => {
  const name = page.replace('@', '');
  return 'pages/' + name + '/' + name;
};

// One tab alone has no bar.
const tabPaths = tabs.length > 1 ? tabs.map((tab) => pathOf(tab.page)) : [];

/** @param {string} path @param {Record<string, string>} [query] */
const addressOf = (path, query) => {
  const pairs = Object.keys(query || {}).map((key) => key + '=' + encodeURIComponent(/** @type {any} */ (query)[key]));
  return '/' + path + (pairs.length ? '?' + pairs.join('&') : '');
};

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (_) {
    return text;
  }
}

exports.entry = pathOf(tabs[0].page);
exports.addressOf = addressOf;

/** @param {string} path */
exports.isTab = (path) => tabPaths.indexOf(path) >= 0;

/**
 * A page's query as it is handed over: values may still be encoded, and of an ordinary QR code the whole address is in
 * one value.
 * @param {Record<string, string | undefined>} raw
 * @param {string} code name of that value
 */
exports.queryOf = (raw, code) => {
  /** @type {Record<string, string>} */
  const query = {};
  Object.keys(raw).forEach((key) => {
    query[key] = decoded(raw[key] || '');
  });
  const link = /^https?:\/\/[^?#]*\?([^#]*)/.exec(query[code] || '');
  if (!link) return query;
  delete query[code];
  link[1].split('&').forEach((pair) => {
    const at = pair.indexOf('=');
    if (at > 0) query[decoded(pair.slice(0, at))] = decoded(pair.slice(at + 1));
  });
  return query;
};

/** @typedef {(raw: Record<string, string | undefined>) => Record<string, string>} QueryOf */

/**
 * @param {{ stopPullDownRefresh(): unknown }} host
 * @param {QueryOf} queryOf
 * @returns {(definition: import('../../shell/platform').PageDefinition) => void}
 */
exports.pages = (host, queryOf) => (definition) => {
  const { open, show, hide, close, pullDown, share } = definition;
  /** @type {Record<string, unknown>} */
  const page = {
    data: definition.data,
    /** @this {any} @param {Record<string, string | undefined> | null} query */
    onLoad(query) {
      // On some older phones it has its older name alone.
      if (open) open.call(this, queryOf(query || {}), this.route || this.__route__);
    },
    onShow: show,
    onHide: hide,
    onUnload: close,
  };
  if (pullDown) page.onPullDownRefresh = refresh(pullDown, host);
  if (share) page.onShareAppMessage = sharing(share);
  Page(Object.assign(page, definition.methods));
};

/** @param {() => Promise<void>} pullDown @param {{ stopPullDownRefresh(): unknown }} host */
const refresh = (pullDown, host) =>
  /** @this {any} */
  function () {
    const stop = () => host.stopPullDownRefresh();
    pullDown.call(this).then(stop, stop);
  };

/** @param {() => { title: string, path: string, picture?: string }} share */
const sharing = (share) =>
  /** @this {any} */
  function () {
    const { title, path, picture } = share.call(this);
    return { title, path: addressOf(path), imageUrl: picture };
  };
