/** Catalogue and cart, and who wants to know when they change. */
const { API, changed, countOf, totalOf, yuan } = require('./goods');

const CART_TAB = 2;
let catalog = { categories: [], dishes: [] };
let lines = wx.getStorageSync('cart') || [];
let listeners = [];

const tell = (change) => listeners.forEach((listener) => listener(change));

function keep(next, code) {
  lines = next;
  wx.setStorageSync('cart', lines);
  const count = countOf(lines);
  if (count) wx.setTabBarBadge({ index: CART_TAB, text: String(count) });
  else wx.removeTabBarBadge({ index: CART_TAB });
  tell({ code, n: countOf(lines, code), count, sum: yuan(totalOf(lines)) });
}

exports.load = () => wx.request({
  url: API + '/catalog',
  success({ data }) {
    catalog = data;
    tell(null);
  },
});
exports.catalog = () => catalog;
exports.lines = () => lines;
exports.dish = (code) => catalog.dishes.find((dish) => dish.code === code);
exports.add = (code, choices, more) => keep(changed(lines, exports.dish(code), choices, more), code);
exports.clear = () => keep([]);

/** Calls now and at each change: with null for all that is new, else with the dish that changed. Answers how to stop. */
exports.watch = (listener) => {
  listeners = listeners.concat(listener);
  listener(null);
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
};
