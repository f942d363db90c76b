/** Money is whole fen everywhere; only here does it become text. */

/**
 * 2850 -> '28.5', 2000 -> '20'. Without the sign, which templates draw smaller.
 * @param {number} amount_fen
 */
exports.yuan = (amount_fen) => String(amount_fen / 100);
