/**
 * The module `kaipu/platform` on Alipay: exactly what shell/platform.d.ts states.
 * https://opendocs.alipay.com/mini/api
 */

const { addressOf, entry, isTab, pages, queryOf } = require('kaipu/family/pages');
const { component } = require('./component');
const { request } = require('./request');

// Some calls only fail where they mean nothing, such as a badge on a page without a tab bar.
const fail = () => undefined;

// https://opendocs.alipay.com/mini/api/openapi-pay: paid; being worked on, or not known to the phone: the server knows.
const PAID = ['9000', '8000', '6004'];
const CANCELLED = '6001';

// https://opendocs.alipay.com/mini/introduce/qrcode
/** @param {Record<string, string | undefined>} raw */
const query = (raw) => queryOf(raw, 'qrCode');

/** @type {import('../../../shell/platform').Platform} */
const platform = {
  name: 'alipay',
  paymentWay: 'jsapi',

  app({ launch, show }) {
    App({
      onLaunch(options) {
        if (launch) launch(query((options && options.query) || {}));
      },
      onShow: show,
    });
  },
  page: pages(my, query),
  component,
  request,

  read(key) {
    const kept = /** @type {{ value: unknown } | null} */ (my.getStorageSync({ key }).data);
    return kept ? kept.value : undefined;
  },
  write(key, value) {
    // Full: what is not kept is fetched or chosen again.
    my.setStorageSync({ key, data: { value } });
  },

  navigate(path, query) {
    const url = addressOf(path, query);
    if (isTab(path)) my.switchTab({ url: addressOf(path), fail });
    // Ten pages may be open; the eleventh takes the place of the tenth.
    else my.navigateTo({ url, fail: () => void my.redirectTo({ url, fail }) });
  },
  replace(path, query) {
    if (isTab(path)) my.switchTab({ url: addressOf(path), fail });
    else my.redirectTo({ url: addressOf(path, query), fail });
  },
  back() {
    if (getCurrentPages().length > 1) my.navigateBack({ fail });
    else my.reLaunch({ url: addressOf(entry), fail });
  },

  login: () =>
    new Promise((resolve, reject) => {
      my.getAuthCode({
        scopes: 'auth_base',
        success: ({ authCode }) => resolve(authCode),
        fail: ({ errorMessage }) => reject(new Error(errorMessage)),
      });
    }),
  pay: ({ params }) =>
    new Promise((resolve, reject) => {
      my.tradePay({
        tradeNO: params && params.tradeNO,
        success({ resultCode }) {
          if (PAID.indexOf(resultCode) >= 0) resolve('paid');
          else if (resultCode === CANCELLED) resolve('cancelled');
          else reject(new Error(resultCode));
        },
        fail: ({ errorMessage }) => reject(new Error(errorMessage)),
      });
    }),

  call(phone) {
    my.makePhoneCall({ number: phone, fail });
  },
  openMap({ name, address, latitude, longitude }) {
    my.openLocation({ name, address, latitude: String(latitude), longitude: String(longitude), scale: 18, fail });
  },
  toast(text) {
    my.showToast({ content: text, type: 'none', duration: 2000, fail });
  },
  confirm: ({ text, yes, no }) =>
    new Promise((resolve) => {
      my.confirm({
        content: text,
        confirmButtonText: yes,
        cancelButtonText: no,
        success: ({ confirm }) => resolve(confirm),
        fail: () => resolve(false),
      });
    }),
  setTitle(text) {
    my.setNavigationBar({ title: text, fail });
  },
  setTheme({ background }) {
    my.setNavigationBar({ backgroundColor: background, fail });
    my.setBackgroundColor({ backgroundColor: background, fail });
  },
  setTabBadge(index, text) {
    if (text) my.setTabBarBadge({ index, text, fail });
    else my.removeTabBarBadge({ index, fail });
  },
  language: () => (/^zh/i.test(my.getSystemInfoSync().language) ? 'zh' : 'en'),
  onOnline(listener) {
    my.onNetworkStatusChange(({ isConnected }) => listener(isConnected));
  },
  pageUrl: () => '',
};

module.exports = platform;
