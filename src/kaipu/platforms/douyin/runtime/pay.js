/**
 * Paying in either of Douyin's ways; what the server answers says which.
 * - Guaranteed payment: `order_id`, `order_token` of the server's pre-order go to the cashier.
 * https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/server/ecpay/pay-list/tt-pay
 * - Trade system, which shops with local services must use: `data` and `byteAuthorization`, signed by the server, become
 *   an order of the platform; its number goes to the cashier.
 * https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/industry/general_trade/create_order/request-order
 */

const { paying } = require('kaipu/family/paying');

// 9: not known to the phone, the server knows.
const PAID = [0, 9];
const CANCELLED = 4;
const CASHIER = 5;

/** @type {import('../../../shell/platform').Platform['pay']} */
exports.pay = ({ params = {} }) => (params.byteAuthorization ? trade(params) : guaranteed(params));

/**
 * @param {Record<string, string>} params
 * @returns {ReturnType<import('../../../shell/platform').Platform['pay']>}
 */
const guaranteed = ({ order_id, order_token }) =>
  new Promise((resolve, reject) => {
    tt.pay({
      orderInfo: { order_id, order_token },
      service: CASHIER,
      success({ code }) {
        if (PAID.indexOf(code) >= 0) resolve('paid');
        else if (code === CANCELLED) resolve('cancelled');
        else reject(new Error('pay:fail ' + code));
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/**
 * @param {Record<string, string>} params
 * @returns {ReturnType<import('../../../shell/platform').Platform['pay']>}
 */
const trade = ({ data, byteAuthorization }) =>
  paying((ends) => {
    tt.requestOrder({
      data,
      byteAuthorization,
      success: ({ orderId }) => tt.getOrderPayment({ orderId, ...ends }),
      fail: ends.fail,
    });
  });
