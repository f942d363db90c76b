/** What the four shops reckon alike: choices, prices, the words of a line. Prices are in fen. */

export const API = 'https://shop.example/api';

/** @param {number} fen */
export const yuan = (fen) => String(fen / 100);

export const pictureOf = (dish) => 'https://shop.example/' + dish.picture.replace(':', 's/');

/** One choice of each group that asks for one: the first there is. */
export const startOf = (dish) =>
  dish.options.filter(({ kind }) => kind === 'one').map((group) => group.code + ':' + group.choices[0].code);

/** @param {string[]} choices of the form group:choice */
export function toggle(dish, choices, id) {
  const group = dish.options.find(({ code }) => code === id.split(':')[0]);
  const others = choices.filter((one) => group.kind === 'many' || one.split(':')[0] !== group.code);
  return others.includes(id) ? others.filter((one) => one !== id) : others.concat(id);
}

const chosen = (dish, choices) =>
  [].concat(
    ...dish.options.map((group) => group.choices.filter(({ code }) => choices.includes(group.code + ':' + code))),
  );

export const priceOf = (dish, choices) =>
  chosen(dish, choices).reduce((sum, choice) => sum + choice.price_fen, dish.price_fen);

export const wordsOf = (dish, choices) =>
  chosen(dish, choices)
    .map(({ name }) => name)
    .join(' · ');

export const keyOf = (code, choices) => [code, ...choices].join();

/** Categories with their dishes. */
export const groupsOf = ({ categories, dishes }) =>
  categories.map(({ code, name }) => ({ code, name, dishes: dishes.filter(({ category }) => category === code) }));

/** The lines after `more` of a dish; a line at nothing is gone. */
export function changed(lines, dish, choices, more) {
  const key = keyOf(dish.code, choices);
  const old = lines.find((line) => line.key === key);
  if (old) {
    return lines
      .map((line) => (line === old ? Object.assign({}, line, { quantity: line.quantity + more }) : line))
      .filter(({ quantity }) => quantity > 0);
  }
  const { code, name } = dish;
  const words = wordsOf(dish, choices);
  return lines.concat({ key, code, name, choices, words, price_fen: priceOf(dish, choices), quantity: more });
}

export const countOf = (lines, code) =>
  lines.reduce((sum, line) => (!code || line.code === code ? sum + line.quantity : sum), 0);

export const totalOf = (lines) => lines.reduce((sum, { price_fen, quantity }) => sum + price_fen * quantity, 0);
