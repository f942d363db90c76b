/**
 * What the product itself says, in the reader's language. Each block and page brings its own two tables; what many of
 * them say is here, and theirs without asking.
 */

const platform = require('kaipu/platform');

/**
 * @template T
 * @param {{ zh: T, en: T }} tables
 * @returns {T}
 */
const pick = (tables) => tables[platform.language()];

exports.pick = pick;

exports.shared = pick({
  zh: {
    add: '加一份',
    less: '减一份',
    choose: '选规格',
    sold: '售罄',
    from: '起',
    basket: '购物车',
    put: '加入购物车',
    checkout: '去结算',
    clear: '清空',
    menu: '去点餐',
  },
  en: {
    add: 'Add',
    less: 'Remove one',
    choose: 'Choose',
    sold: 'Sold out',
    from: '+',
    basket: 'Cart',
    put: 'Add to cart',
    checkout: 'Check out',
    clear: 'Clear',
    menu: 'To the menu',
  },
});

/**
 * Puts values into a sentence: `fill('Only {n} left', { n: 3 })`.
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 */
exports.fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
