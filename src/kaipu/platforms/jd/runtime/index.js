/**
 * The module `kaipu/platform` on JD: exactly what shell/platform.d.ts states. What the documentation does not name is
 * only called where it is there.
 * https://mp-docs.jd.com/doc/dev/framework/-1
 */

const { family } = require('kaipu/family/platform');
const { told } = require('kaipu/family/told');

/** @param {string} call */
const has = (call) => Boolean(jd[call]);

/** @type {import('../../../shell/platform').Platform['pay']} */
const pay = ({ params }) =>
  new Promise((resolve, reject) => {
    jd.requestPayment(
      Object.assign({}, params, {
        success: () => resolve('paid'),
        /** @param {{ errMsg: string }} problem */
        fail({ errMsg }) {
          if (/cancel|取消/.test(errMsg)) resolve('cancelled');
          else reject(new Error(errMsg));
        },
      }),
    );
  });

const platform = family(
  jd,
  {
    name: 'jd',
    paymentWay: 'jsapi',
    pay,
    component: told(false),
    language: () => (/^zh/i.test(jd.getSystemInfoSync().language) ? 'zh' : 'en'),
  },
  'q',
);
const { setTheme, setTabBadge, onOnline } = platform;

module.exports = Object.assign(platform, {
  /** @type {typeof setTheme} */
  setTheme(theme) {
    if (has('setNavigationBarColor')) setTheme(theme);
  },
  /** @type {typeof setTabBadge} */
  setTabBadge(index, text) {
    if (has('setTabBarBadge')) setTabBadge(index, text);
  },
  /** @type {typeof onOnline} */
  onOnline(listener) {
    if (has('onNetworkStatusChange')) onOnline(listener);
  },
});
