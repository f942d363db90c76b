/**
 * rpx, vh and vw as lengths of the phone-width column: a page is 750 rpx wide, and its height is the room between the
 * bars. Used for style sheets when the bundle is built and for style attributes in the browser.
 */
const LENGTH = /("[^"]*"|'[^']*'|url\([^)]*\))|(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+))(rpx|vh|vw)\b/g;

/** @param {string} text declarations of a rule or of a style attribute */
export function lengths(text) {
  return text.replace(LENGTH, (whole, literal, before, number, unit) => {
    if (literal !== undefined) return literal;
    return before + length(Number(number), unit);
  });
}

/** @param {number} number @param {string} unit */
function length(number, unit) {
  if (number === 0) return '0px';
  if (unit === 'vh') return `calc(var(--page-height) * ${round(number / 100)})`;
  return `calc(var(--rpx) * ${round(unit === 'vw' ? number * 7.5 : number)})`;
}

/** @param {number} number */
const round = (number) => Number(number.toFixed(4));
