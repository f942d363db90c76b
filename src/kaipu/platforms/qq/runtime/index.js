/**
 * The module `kaipu/platform` on QQ: exactly what shell/platform.d.ts states.
 * https://q.qq.com/wiki/develop/miniprogram/API/
 */

const { mapOrAddress } = require('kaipu/family/map');
const { family } = require('kaipu/family/platform');

/**
 * Two purses: an address is paid by WeChat, a `package` by QQ.
 * https://q.qq.com/wiki/develop/miniprogram/API/open_port/port_pay.html
 * @type {import('../../../shell/platform').Platform['pay']}
 */
const pay = ({ params }) =>
  new Promise((resolve, reject) => {
    const options = Object.assign({}, params, {
      // QQ's purse answers even when nothing was paid.
      success: ({ resultCode = 0 }) => resolve(Number(resultCode) ? 'cancelled' : 'paid'),
      /** @param {{ errMsg: string }} problem */
      fail({ errMsg }) {
        if (/cancel/.test(errMsg)) resolve('cancelled');
        else reject(new Error(errMsg));
      },
    });
    if (params && params.url) qq.requestWxPayment(options);
    else qq.requestPayment(options);
  });

module.exports = family(
  qq,
  {
    name: 'qq',
    paymentWay: 'jsapi',
    pay,
    // Its example project has no map, and frameworks list the call as missing.
    openMap: mapOrAddress(qq),
    language: () => (/^zh/i.test(qq.getSystemInfoSync().language) ? 'zh' : 'en'),
  },
  'q',
);
