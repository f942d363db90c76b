/**
 * The module `kaipu/platform` on JD: exactly what shell/platform.d.ts states. What the documentation does not name is
 * only called where it is there.
 * https://mp-docs.jd.com/doc/dev/framework/-1
 */

const { family } = require('kaipu/family/platform');
const { paying } = require('kaipu/family/paying');
const { told } = require('kaipu/family/told');

/** @param {string} call */
const has = (call) => Boolean(jd[call]);

const platform = family(
  jd,
  {
    name: 'jd',
    paymentWay: 'jsapi',
    pay: ({ params }) => paying((ends) => jd.requestPayment({ ...params, ...ends })),
    component: told(false),
    language: () => (/^zh/i.test(jd.getSystemInfoSync().language) ? 'zh' : 'en'),
  },
  'q',
);
const { page, setTheme, setTabBadge, onOnline } = platform;

/**
 * An address that is shared stands without a slash in front.
 * https://uniapp.dcloud.net.cn/api/plugins/share.html#onshareappmessage
 * @param {() => { title: string, path: string, picture?: string }} share
 */
const sharing = (share) =>
  /** @this {any} */
  function () {
    const { title, path, picture } = share.call(this);
    return { title, path, imageUrl: picture };
  };

module.exports = Object.assign(platform, {
  /** @type {typeof page} */
  page(definition) {
    const { share, methods } = definition;
    page(share ? { ...definition, methods: { ...methods, onShareAppMessage: sharing(share) } } : definition);
  },
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
