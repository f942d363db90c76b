/**
 * Pays for an order through the platform. The order's state on the server says whether that worked, nothing else
 * does.
 */

const platform = require('kaipu/platform');
const account = require('kaipu/api/account');

const ORDER = 'pages/order/order';

let begun = '';

/**
 * The order's page is to pay as soon as it opens: it is there when the shopper comes back from paying elsewhere.
 * @param {string} id
 */
exports.begin = (id) => {
  begun = id;
};

/**
 * Whether to pay right away; asked once.
 * @param {string} id
 */
exports.take = (id) => {
  const mine = begun === id;
  if (mine) begun = '';
  return mine;
};

/** @param {string} id of an unpaid order */
exports.pay = async (id) => {
  const body = { way: platform.paymentWay, return_url: platform.pageUrl(ORDER, { id }) };
  return platform.pay(await account.post('orders/' + id + '/pay', body));
};
