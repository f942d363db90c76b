/** A dish as lists show it: on the menu, in a goods list, among search results. Pure but for the reader's language. */

const { yuan } = require('kaipu/money');
const { address } = require('kaipu/goods/pictures');
const { pick, fill } = require('kaipu/words');

/** @typedef {import('kaipu/types').Dish} Dish */

const FEW = 10;

const words = pick({
  zh: { left: '今日仅剩 {n} 份' },
  en: { left: 'Only {n} left today' },
});

/**
 * The least one can pay for it, with the cheapest choice of each option that needs one, and whether one can pay more.
 * @param {Dish} dish
 */
function pricesOf(dish) {
  let least_fen = dish.price_fen;
  let from = false;
  dish.options.forEach(({ kind, choices }) => {
    const prices = choices.filter((choice) => !choice.sold_out).map((choice) => choice.price_fen);
    if (kind !== 'one' || !prices.length) return;
    const low = Math.min(...prices);
    least_fen += low;
    if (Math.max(...prices) > low) from = true;
  });
  return { price: yuan(least_fen), from };
}

/**
 * @param {Dish} dish
 * @param {{ pictures: string, origin: string }} shop
 * @returns {import('kaipu/types').Card}
 */
exports.card = (dish, shop) => {
  const { code, name, description, was_fen, remaining } = dish;
  const sold_out = dish.sold_out || remaining === 0;
  return {
    code,
    name,
    description,
    picture: address(dish.picture, shop),
    letter: name.slice(0, 1),
    ...pricesOf(dish),
    was: was_fen && was_fen > dish.price_fen ? yuan(was_fen) : '',
    tag: dish.tags[0] || '',
    sold_out,
    left: !sold_out && remaining !== null && remaining <= FEW ? fill(words.left, { n: remaining }) : '',
    choose: dish.options.length > 0,
  };
};
