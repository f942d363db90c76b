/**
 * The module `kaipu/platform` on WeChat: exactly what shell/platform.d.ts states.
 * https://developers.weixin.qq.com/miniprogram/dev/api/
 */

const { family } = require('kaipu/family/platform');

module.exports = family(
  wx,
  {
    name: 'wechat',
    paymentWay: 'jsapi',
    pay: ({ params }) =>
      wx.requestPayment(/** @type {WechatMiniprogram.RequestPaymentOption} */ (/** @type {unknown} */ (params))).then(
        () => 'paid',
        (problem) => {
          if (/cancel/.test(problem.errMsg)) return 'cancelled';
          throw problem;
        },
      ),
    language: () => (/^zh/i.test(wx.getAppBaseInfo().language) ? 'zh' : 'en'),
  },
  // https://developers.weixin.qq.com/miniprogram/introduction/qrcode.html
  'q',
);
