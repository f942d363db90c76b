/** The cart's lines as they are drawn. */

const cart = require('kaipu/cart');
const store = require('kaipu/store');
const { yuan } = require('kaipu/money');
const { address } = require('kaipu/goods/pictures');
const { pick } = require('kaipu/words');

const words = pick({
  zh: { gone: '已下架', sold_out: '已售罄', options: '选项有变，请重选', left: '不够了，请减少几份' },
  en: {
    gone: 'No longer sold',
    sold_out: 'Sold out',
    options: 'Options changed, choose again',
    left: 'Not enough left',
  },
});

exports.rows = () => {
  const shop = store.shop();
  return cart.lines().map(({ key, dish, choices, name, options, picture, amount_fen, quantity, problem }) => ({
    key,
    dish,
    choices,
    name,
    options,
    quantity,
    picture: address(picture, shop),
    letter: name.slice(0, 1),
    price: yuan(amount_fen),
    problem: problem && words[problem],
  }));
};
