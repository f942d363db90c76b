/**
 * The module `kaipu/platform` on Baidu: exactly what shell/platform.d.ts states.
 * https://smartprogram.baidu.com/docs/develop/api/apilist/
 */

const { family } = require('kaipu/family/platform');
const { paying } = require('kaipu/family/paying');
const { told } = require('kaipu/family/told');

module.exports = family(
  swan,
  {
    name: 'baidu',
    paymentWay: 'jsapi',
    // `observers` are there since library 3.105.9 only; a property's own is there on all.
    // https://smartprogram.baidu.com/docs/develop/framework/custom-component_observers/
    component: told(true),
    // Newer libraries give a code without asking for an account first, or none; older ones know `login` alone.
    login: () =>
      new Promise((resolve, reject) => {
        (swan.getLoginCode || swan.login)({
          success: ({ code }) => resolve(code || ''),
          fail: ({ errMsg }) => reject(new Error(errMsg)),
        });
      }),
    // https://smartprogram.baidu.com/docs/develop/api/open/payment_swan-requestPolymerPayment/
    pay: ({ params }) => paying((ends) => swan.requestPolymerPayment({ orderInfo: params, ...ends })),
    language: () => (/^en/i.test(swan.getSystemInfoSync().language) ? 'en' : 'zh'),
  },
  // No page says that an ordinary QR code's address is handed over.
  '',
);
