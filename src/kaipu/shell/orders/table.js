/**
 * The table the shopper sits at, as the code on it said. Forgotten after some hours: by then somebody else sits
 * there.
 */

const platform = require('kaipu/platform');
const release = require('kaipu/release');

const PLACE = 'table:' + release.slug;
const A_MEAL_MS = 4 * 3600 * 1000;

/** @param {string | undefined} table */
exports.remember = (table) => {
  if (table) platform.write(PLACE, { table, at_ms: Date.now() });
};

/** @param {import('kaipu/types').ShopInformation} shop */
exports.current = (shop) => {
  const kept = /** @type {{ table: string, at_ms: number } | null} */ (platform.read(PLACE));
  const valid = kept && Date.now() - kept.at_ms < A_MEAL_MS && shop.tables.includes(kept.table);
  return valid ? /** @type {{ table: string }} */ (kept).table : '';
};
