/**
 * The module `kaipu/platform` on WeChat: exactly what shell/platform.d.ts states.
 * https://developers.weixin.qq.com/miniprogram/dev/api/
 */

const { page, component } = require('./drawing');
const { addressOf, entry, hasTabs, isTab, queryOf } = require('./places');
const { request } = require('./request');

// Some calls only fail where they mean nothing, such as a badge on a page without a tab bar.
const fail = () => undefined;

/** @type {import('../../../shell/platform').Platform} */
const platform = {
  name: 'wechat',
  paymentWay: 'jsapi',

  app({ launch, show }) {
    App({
      onLaunch({ query }) {
        if (launch) launch(queryOf(query));
      },
      onShow: show,
    });
  },
  page,
  component,
  request,

  read(key) {
    const kept = wx.getStorageSync(key);
    return kept ? kept.value : undefined;
  },
  write(key, value) {
    try {
      wx.setStorageSync(key, { value });
    } catch (_) {
      // Full: what is not kept is fetched or chosen again.
    }
  },

  navigate(path, query) {
    const url = addressOf(path, query);
    if (isTab(path)) wx.switchTab({ url: addressOf(path) });
    // Ten pages may be open; the eleventh takes the place of the tenth.
    else wx.navigateTo({ url, fail: () => wx.redirectTo({ url }) });
  },
  replace(path, query) {
    if (isTab(path)) wx.switchTab({ url: addressOf(path) });
    else wx.redirectTo({ url: addressOf(path, query) });
  },
  back() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else if (hasTabs) wx.switchTab({ url: addressOf(entry) });
    else wx.reLaunch({ url: addressOf(entry) });
  },

  login: () => wx.login().then(({ code }) => code),
  pay: ({ params }) =>
    wx.requestPayment(/** @type {WechatMiniprogram.RequestPaymentOption} */ (/** @type {unknown} */ (params))).then(
      () => 'paid',
      (problem) => {
        if (/cancel/.test(problem.errMsg)) return 'cancelled';
        throw problem;
      },
    ),

  call(phone) {
    wx.makePhoneCall({ phoneNumber: phone, fail });
  },
  openMap(place) {
    wx.openLocation({ ...place, scale: 18 });
  },
  toast(text) {
    wx.showToast({ title: text, icon: 'none' });
  },
  confirm: ({ text, yes, no }) =>
    wx.showModal({ content: text, ...(fits(yes) && { confirmText: yes }), ...(fits(no) && { cancelText: no }) }).then(
      ({ confirm }) => confirm,
      () => false,
    ),
  setTitle(text) {
    wx.setNavigationBarTitle({ title: text, fail });
  },
  setTheme({ primary, background }) {
    const light = isLight(background);
    wx.setNavigationBarColor({ backgroundColor: background, frontColor: light ? '#000000' : '#ffffff', fail });
    wx.setBackgroundColor({ backgroundColor: background, fail });
    if (hasTabs) wx.setTabBarStyle({ selectedColor: primary, fail });
  },
  setTabBadge(index, text) {
    if (!hasTabs) return;
    if (text) wx.setTabBarBadge({ index, text, fail });
    else wx.removeTabBarBadge({ index, fail });
  },
  language: () => (/^zh/i.test(wx.getAppBaseInfo().language) ? 'zh' : 'en'),
  onOnline(listener) {
    wx.onNetworkStatusChange(({ isConnected }) => listener(isConnected));
  },
  pageUrl: () => '',
};

module.exports = platform;

/**
 * A dialog's buttons have room for four Chinese characters; a longer text would keep the dialog shut.
 * @param {string} text
 */
function fits(text) {
  return text.replace(/[^\x00-\xff]/g, '  ').length <= 8;
}

/** @param {string} color */
function isLight(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return red * 299 + green * 587 + blue * 114 > 128000;
}
