/**
 * The choices of a dish's options: what is chosen at the start, what a tap changes, what it costs. Pure but for the
 * reader's language.
 */

const { yuan } = require('kaipu/money');
const { pick, fill } = require('kaipu/words');

/** @typedef {import('kaipu/types').Dish} Dish */
/** @typedef {import('kaipu/types').Option} Option */

const words = pick({
  zh: { any: '可多选', most: '可多选，最多 {n} 样' },
  en: { any: 'Any number', most: 'Up to {n}' },
});

/**
 * @param {Option} option
 * @param {string} code
 */
const mark = (option, code) => option.code + ':' + code;

/**
 * The first choice that can be had of each option that needs one.
 * @param {Dish} dish
 */
exports.start = (dish) =>
  dish.options
    .filter((option) => option.kind === 'one')
    .map((option) => mark(option, (option.choices.find((choice) => !choice.sold_out) || option.choices[0]).code));

/**
 * What the choices come to: the price of one, their names, and whether they can be ordered like this.
 * @param {Dish} dish
 * @param {string[]} choices
 */
exports.sum = (dish, choices) => {
  let unit_price_fen = dish.price_fen;
  let known = 0;
  let fine = true;
  /** @type {string[]} */
  const names = [];
  dish.options.forEach((option) => {
    const chosen = option.choices.filter((choice) => choices.includes(mark(option, choice.code)));
    if (option.kind === 'one' ? chosen.length !== 1 : option.max && chosen.length > option.max) fine = false;
    chosen.forEach((choice) => {
      unit_price_fen += choice.price_fen;
      names.push(choice.name);
      if (choice.sold_out) fine = false;
      known++;
    });
  });
  return { unit_price_fen, options: names.join(' · '), fine: fine && known === choices.length };
};

/**
 * The choices after a tap on one. A further tap on a chosen one of `many` takes it back; of `one` it stays.
 * @param {Dish} dish
 * @param {string[]} choices
 * @param {string} tapped
 */
exports.toggle = (dish, choices, tapped) => {
  const option = /** @type {Option} */ (dish.options.find((one) => tapped.startsWith(one.code + ':')));
  const others = choices.filter((choice) => !choice.startsWith(option.code + ':'));
  if (option.kind === 'one') return others.concat(tapped);
  if (choices.includes(tapped)) return choices.filter((choice) => choice !== tapped);
  return option.max && choices.length - others.length >= option.max ? choices : choices.concat(tapped);
};

/**
 * The options as they are drawn, and the price of so many.
 * @param {Dish} dish
 * @param {string[]} choices
 * @param {number} quantity
 */
exports.drawn = (dish, choices, quantity) => ({
  quantity,
  price: yuan(exports.sum(dish, choices).unit_price_fen * quantity),
  groups: dish.options.map((option) => ({
    code: option.code,
    name: option.name,
    hint: option.kind === 'one' ? '' : option.max ? fill(words.most, { n: option.max }) : words.any,
    choices: option.choices.map((choice) => ({
      code: mark(option, choice.code),
      name: choice.name,
      extra: choice.price_fen ? yuan(choice.price_fen) : '',
      on: choices.includes(mark(option, choice.code)),
      off: choice.sold_out,
    })),
  })),
});
