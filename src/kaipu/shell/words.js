/** What the product itself says, in the reader's language. Each block and page brings its own two tables. */

const platform = require('kaipu/platform');

/**
 * @template T
 * @param {{ zh: T, en: T }} tables
 * @returns {T}
 */
exports.pick = (tables) => tables[platform.language()];

/**
 * Puts values into a sentence: `fill('Only {n} left', { n: 3 })`.
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 */
exports.fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
