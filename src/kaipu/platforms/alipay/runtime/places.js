/** Pages and how to get to them: addresses with queries, tabs, the way back. */

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

exports.hasTabs = tabPaths.length > 0;
exports.entry = pathOf(tabs[0].page);
exports.addressOf = addressOf;

/** @param {string} path */
exports.isTab = (path) => tabPaths.indexOf(path) >= 0;

/**
 * A page's query as Alipay hands it over: values may still be encoded, and an ordinary QR code's whole address is in `qrCode`.
 * https://opendocs.alipay.com/mini/introduce/qrcode
 * @param {Record<string, string | undefined>} raw
 */
exports.queryOf = (raw) => {
  /** @type {Record<string, string>} */
  const query = {};
  Object.keys(raw).forEach((key) => {
    query[key] = decoded(raw[key] || '');
  });
  const code = /^https?:\/\/[^?#]*\?([^#]*)/.exec(query.qrCode || '');
  if (!code) return query;
  delete query.qrCode;
  code[1].split('&').forEach((pair) => {
    const at = pair.indexOf('=');
    if (at > 0) query[decoded(pair.slice(0, at))] = decoded(pair.slice(at + 1));
  });
  return query;
};
