/**
 * What `shell/platform.d.ts` states, on the platforms that took over one API: the same names, options and answers on
 * another object. What is otherwise on a platform it says in `own`. Answers come by callbacks, which all of them have.
 */

const { addressOf, entry, isTab, pages, queryOf } = require('./pages');

// Some calls only fail where they mean nothing, such as a badge on a page without a tab bar.
const fail = () => undefined;

/**
 * @param {import('./host').Host} host
 * @param {import('./host').Own} own
 * @param {string} code name of the query value that holds an ordinary QR code's address
 * @returns {import('../../shell/platform').Platform}
 */
exports.family = (host, own, code) => {
  /** @param {Record<string, string | undefined>} raw */
  const query = (raw) => queryOf(raw || {}, code);
  return Object.assign(
    {
      /** @type {import('../../shell/platform').Platform['app']} */
      app({ launch, show }) {
        App({
          /** @param {{ query?: any }} options */
          onLaunch(options) {
            if (launch) launch(query(options.query));
          },
          onShow: show,
        });
      },
      page: pages(host, query),
      component,
      request: requestOf(host),
    },
    storage(host),
    ways(host),
    window(host),
    own,
  );
};

/**
 * Every answer is an answer, whatever its status; only silence is a failure.
 * @param {import('./host').Host} host
 * @returns {import('../../shell/platform').Platform['request']}
 */
const requestOf =
  (host) =>
  ({ method, url, headers, body, timeout_ms }) =>
    new Promise((resolve, reject) => {
      host.request({
        method,
        url,
        header: headers,
        data: body,
        timeout: timeout_ms,
        success: ({ statusCode, data, header }) => resolve({ status: statusCode, body: data, headers: header }),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    });

/** @param {import('../../shell/platform').ComponentDefinition} definition */
const component = ({ properties: names, attached, detached, changed, ...more }) => {
  /** @type {Record<string, { type: null, value: null }>} */
  const properties = {};
  names.forEach((name) => {
    properties[name] = { type: null, value: null };
  });
  Component({
    ...more,
    // One platform's typings have other options, since its components always have several slots.
    options: /** @type {any} */ ({ multipleSlots: true }),
    properties,
    lifetimes: { attached, detached },
    observers: changed ? { [names.join()]: changed } : {},
  });
};

/** @param {import('./host').Host} host */
const storage = (host) => ({
  /** @param {string} key */
  read(key) {
    const kept = host.getStorageSync(key);
    return kept ? kept.value : undefined;
  },
  /** @param {string} key @param {unknown} value */
  write(key, value) {
    try {
      host.setStorageSync(key, { value });
    } catch (_) {
      // Full: what is not kept is fetched or chosen again.
    }
  },
});

/** @param {import('./host').Host} host */
const ways = (host) => ({
  /** @param {string} path @param {Record<string, string>} [query] */
  navigate(path, query) {
    const url = addressOf(path, query);
    if (isTab(path)) host.switchTab({ url: addressOf(path) });
    // Ten pages may be open; the eleventh takes the place of the tenth.
    else host.navigateTo({ url, fail: () => void host.redirectTo({ url }) });
  },
  /** @param {string} path @param {Record<string, string>} [query] */
  replace(path, query) {
    if (isTab(path)) host.switchTab({ url: addressOf(path) });
    else host.redirectTo({ url: addressOf(path, query) });
  },
  back() {
    if (getCurrentPages().length > 1) host.navigateBack();
    else host.reLaunch({ url: addressOf(entry) });
  },
  /** @returns {Promise<string>} */
  login: () =>
    new Promise((resolve, reject) => {
      host.login({ success: ({ code }) => resolve(code), fail: ({ errMsg }) => reject(new Error(errMsg)) });
    }),
});

/** @param {import('./host').Host} host */
const window = (host) => ({
  /** @param {string} phoneNumber */
  call(phoneNumber) {
    host.makePhoneCall({ phoneNumber, fail });
  },
  /** @param {import('../../shell/platform').Place} place */
  openMap(place) {
    host.openLocation({ ...place, scale: 18 });
  },
  /** @param {string} title */
  toast(title) {
    host.showToast({ title, icon: 'none' });
  },
  /** @param {{ text: string, yes: string, no: string }} question @returns {Promise<boolean>} */
  confirm: ({ text, yes, no }) =>
    new Promise((resolve) => {
      host.showModal({
        content: text,
        confirmText: yes,
        cancelText: no,
        success: ({ confirm }) => resolve(confirm),
        fail: () => resolve(false),
      });
    }),
  /** @param {string} title */
  setTitle(title) {
    host.setNavigationBarTitle({ title, fail });
  },
  /** @param {{ primary: string, background: string }} theme */
  setTheme({ primary, background }) {
    const frontColor = isLight(background) ? '#000000' : '#ffffff';
    host.setNavigationBarColor({ backgroundColor: background, frontColor, fail });
    if (host.setBackgroundColor) host.setBackgroundColor({ backgroundColor: background, fail });
    if (host.setTabBarStyle) host.setTabBarStyle({ selectedColor: primary, fail });
  },
  /** @param {number} index @param {string} text */
  setTabBadge(index, text) {
    if (text) host.setTabBarBadge({ index, text, fail });
    else host.removeTabBarBadge({ index, fail });
  },
  /** @param {(online: boolean) => void} listener */
  onOnline(listener) {
    host.onNetworkStatusChange(({ isConnected }) => listener(isConnected));
  },
  pageUrl: () => '',
});

/** @param {string} color */
const isLight = (color) => {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return red * 299 + green * 587 + blue * 114 > 128000;
};
