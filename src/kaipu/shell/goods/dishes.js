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
 * The least one can pay for it: with the cheapest choice of each option that needs one.
 * @param {Dish} dish
 */
function least_fen(dish) {
  return dish.options.reduce((sum, option) => {
    const prices = option.choices.filter((choice) => !choice.sold_out).map((choice) => choice.price_fen);
    return option.kind === 'one' && prices.length ? sum + Math.min.apply(null, prices) : sum;
  }, dish.price_fen);
}

/** @param {Dish} dish */
const varies = (dish) => dish.options.some((option) => option.kind === 'one' && option.choices.some((choice) => choice.price_fen !== option.choices[0].price_fen));

/**
 * @param {Dish} dish
 * @param {{ pictures: string, origin: string }} shop
 * @returns {import('kaipu/types').Card}
 */
exports.card = (dish, shop) => {
  const sold_out = dish.sold_out || dish.remaining === 0;
  const price = yuan(least_fen(dish));
  const left = !sold_out && dish.remaining !== null && dish.remaining <= FEW ? fill(words.left, { n: dish.remaining }) : '';
  return {
    code: dish.code,
    name: dish.name,
    description: dish.description,
    picture: address(dish.picture, shop),
    letter: dish.name.slice(0, 1),
    price,
    was: dish.was_fen && dish.was_fen > dish.price_fen ? yuan(dish.was_fen) : '',
    from: varies(dish),
    tag: dish.tags[0] || '',
    sold_out,
    left,
    choose: dish.options.length > 0,
  };
};
