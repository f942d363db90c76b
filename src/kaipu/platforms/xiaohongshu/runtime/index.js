/**
 * The module `kaipu/platform` on Xiaohongshu: exactly what shell/platform.d.ts states. What the documentation does not
 * name is only called where it is there.
 * https://miniapp.xiaohongshu.com/doc/DC883145
 */

const { family } = require('kaipu/family/platform');
const { paying } = require('kaipu/family/paying');

/** @param {string} call */
const has = (call) => Boolean(xhs[call]);

/**
 * The money stays with the platform until the goods are handed over; the older call has none of that.
 * @type {import('../../../shell/platform').Platform['pay']}
 */
const pay = ({ params }) =>
  paying((ends) => {
    const options = { orderInfo: params || {}, ...ends };
    if (xhs.requestGuaranteeOrderPayment) xhs.requestGuaranteeOrderPayment(options);
    else xhs.requestOrderPayment(options);
  });

const platform = family(
  xhs,
  {
    name: 'xiaohongshu',
    paymentWay: 'jsapi',
    pay,
    language: () => (/^zh/i.test(xhs.getSystemInfoSync().language) ? 'zh' : 'en'),
  },
  'q',
);
const { setTabBadge } = platform;

module.exports = Object.assign(platform, {
  /** @type {typeof setTabBadge} */
  setTabBadge(index, text) {
    if (has('setTabBarBadge')) setTabBadge(index, text);
  },
});
