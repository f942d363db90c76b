/**
 * The module `kaipu/platform` on Kuaishou: exactly what shell/platform.d.ts states.
 * https://open.kuaishou.com/docs/develop/api-next/overview.html
 */

const { family } = require('kaipu/family/platform');

const fail = () => undefined;

module.exports = family(
  ks,
  {
    name: 'kuaishou',
    paymentWay: 'jsapi',
    // https://mp.kuaishou.com/docs/develop/api-next/open/payment/ks.pay
    pay: ({ params: { order_no, order_info_token } = /** @type {Record<string, string>} */ ({}) }) =>
      new Promise((resolve, reject) => {
        ks.pay({
          serviceId: '1',
          orderInfo: { order_no, order_info_token },
          success: () => resolve('paid'),
          fail({ errMsg }) {
            if (/cancel|取消/.test(errMsg)) resolve('cancelled');
            else reject(new Error(errMsg));
          },
        });
      }),
    language: () => (/^en/i.test(ks.getSystemInfoSync().language) ? 'en' : 'zh'),
    openMap(place) {
      // No page documents it, though phones have it; where it is not, the address can be taken to a map.
      if (ks.openLocation) ks.openLocation({ ...place, scale: 18, fail });
      else ks.setClipboardData({ data: place.address, fail });
    },
  },
  // No page says that an ordinary QR code's address is handed over.
  '',
);
