/**
 * What the shopper wants to order. Kept on the device; looked up in the catalogue each time it is read, so that a price
 * is never older than the screen and a dish that is gone says so. Always holds: a line with a problem counts nothing.
 */

const platform = require('kaipu/platform');
const release = require('kaipu/release');
const store = require('kaipu/store');
const choosing = require('kaipu/goods/choosing');
const { signal } = require('kaipu/signal');
const { pick, fill } = require('kaipu/words');

/** @typedef {import('./types').CartLine} CartLine */
/** @typedef {import('./types').PricedLine} PricedLine */

const PLACE = 'cart:' + release.slug;
const MOST = 99;

const words = pick({
  zh: { most: '最多只能点 {n} 份' },
  en: { most: 'No more than {n} can be ordered' },
});

/** @type {ReturnType<typeof signal<import('./types').CartChange | null>>} */
const changed = signal();
/** @type {CartLine[]} */
let lines = /** @type {CartLine[] | null} */ (platform.read(PLACE)) || [];

// A new catalogue may have taken something away or changed a price.
store.on(() => {
  if (lines.length) changed.send(null);
});

/** @param {{ dish: string, choices: string[] }} line */
const keyOf = (line) => line.dish + '|' + line.choices.slice().sort().join();

/**
 * @param {import('./types').Dish | undefined} dish
 * @param {boolean} fine
 * @returns {import('./types').Problem}
 */
function problemOf(dish, fine) {
  if (!dish) return 'gone';
  if (dish.sold_out || dish.remaining === 0) return 'sold_out';
  if (!fine) return 'options';
  return dish.remaining !== null && countOf(dish.code) > dish.remaining ? 'left' : '';
}

/**
 * @param {CartLine} line
 * @returns {PricedLine}
 */
function priced(line) {
  const dish = store.dish(line.dish);
  const sum = dish ? choosing.sum(dish, line.choices) : { unit_price_fen: 0, options: '', fine: false };
  // Said one by one: a copy of a line with more put to it costs a hundred times as much in V8, and a tap prices them all.
  return {
    dish: line.dish,
    choices: line.choices,
    quantity: line.quantity,
    key: keyOf(line),
    name: dish ? dish.name : line.name,
    picture: dish ? dish.picture : '',
    options: sum.options,
    amount_fen: sum.unit_price_fen * line.quantity,
    box_count: dish ? dish.box_count * line.quantity : 0,
    problem: problemOf(dish, sum.fine),
  };
}

/** @param {string} dish */
const countOf = (dish) => lines.reduce((count, line) => (line.dish === dish ? count + line.quantity : count), 0);

function read() {
  return lines.map(priced);
}

/** @returns {import('./types').CartSummary} */
function summary() {
  const sum = { counts: /** @type {Record<string, number>} */ ({}), total_count: 0, total_fen: 0 };
  read().forEach((line) => {
    sum.counts[line.dish] = (sum.counts[line.dish] || 0) + line.quantity;
    if (line.problem) return;
    sum.total_count += line.quantity;
    sum.total_fen += line.amount_fen;
  });
  return sum;
}

/**
 * @param {CartLine[]} next
 * @param {string} [dish] the only one that changed
 */
function keep(next, dish) {
  lines = next;
  platform.write(PLACE, lines);
  if (!dish) return changed.send(null);
  return changed.send({ dish, count: countOf(dish), ...summary() });
}

/**
 * @param {string} dish
 * @param {number} more
 * @returns {boolean} whether there is enough of it; if not, the shopper was told.
 */
function enough(dish, more) {
  const found = store.dish(dish);
  const most = Math.min(MOST, found && found.remaining !== null ? found.remaining : MOST);
  if (more <= 0 || countOf(dish) + more <= most) return true;
  platform.toast(fill(words.most, { n: most }));
  return false;
}

/**
 * Changes one line's quantity; at nothing the line is gone. Lines of one dish and the same choices are one line.
 * @param {string} dish
 * @param {string[]} choices
 * @param {number} more negative to take away
 * @returns {boolean} false if there is not enough, or no such dish
 */
exports.add = (dish, choices, more) => {
  const key = keyOf({ dish, choices });
  const old = lines.find((line) => keyOf(line) === key);
  const known = store.dish(dish) || old;
  if (!known || !enough(dish, more)) return false;
  const line = { dish, name: known.name, choices, quantity: (old ? old.quantity : 0) + more };
  const next = old ? lines.map((one) => (one === old ? line : one)) : lines.concat(line);
  keep(
    next.filter((one) => one.quantity > 0),
    dish,
  );
  return true;
};

/** Keeps only what `wanted` says of each line. @param {(line: PricedLine) => boolean} wanted */
exports.filter = (wanted) => keep(lines.filter((line) => wanted(priced(line))));

/** Told of one dish's new count, or null when more than one line may have changed. */
exports.on = changed.on;
exports.lines = read;
exports.summary = summary;
