/**
 * The module `kaipu/platform` on Kuaishou: exactly what shell/platform.d.ts states.
 * https://open.kuaishou.com/docs/develop/api-next/overview.html
 */

const { mapOrAddress } = require('kaipu/family/map');
const { family } = require('kaipu/family/platform');
const { paying } = require('kaipu/family/paying');

module.exports = family(
  ks,
  {
    name: 'kuaishou',
    paymentWay: 'jsapi',
    // https://mp.kuaishou.com/docs/develop/api-next/open/payment/ks.pay
    pay: ({ params: { order_no, order_info_token } = /** @type {Record<string, string>} */ ({}) }) =>
      paying((ends) => ks.pay({ serviceId: '1', orderInfo: { order_no, order_info_token }, ...ends })),
    language: () => (/^en/i.test(ks.getSystemInfoSync().language) ? 'en' : 'zh'),
    // No page documents a map and uni-app lists it as missing, though phones have it.
    openMap: mapOrAddress(ks),
  },
  // No page says that an ordinary QR code's address is handed over.
  '',
);
