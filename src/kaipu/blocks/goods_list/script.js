/** Dishes on show. What needs no choosing is put into the cart right here. */

const { block } = require('kaipu/block');
const cart = require('kaipu/cart');
const { card } = require('kaipu/goods/dishes');
const { open } = require('kaipu/links');

/** @typedef {import('kaipu/types').Dish} Dish */

/**
 * The dishes that were picked; else those of the category; else those with a tag, which the owner is proud of.
 * @param {any} props
 * @param {Dish[]} dishes
 */
function shown(props, dishes) {
  const picked = /** @type {string[]} */ (props.dishes || []);
  if (picked.length) return picked.map((code) => dishes.find((dish) => dish.code === code)).filter((dish) => dish);
  if (props.category) return dishes.filter((dish) => dish.category === props.category);
  const tagged = dishes.filter((dish) => dish.tags.length);
  return tagged.length ? tagged : dishes;
}

block({
  words: {
    zh: { empty: '菜品准备中，稍后再来看看' },
    en: { empty: 'Nothing here yet. Come back soon' },
  },
  derive(props, shop) {
    const dishes = /** @type {Dish[]} */ (shown(props, shop.catalog.dishes));
    return {
      title: props.title || '',
      layout: props.layout || 'grid',
      description: props.description !== false,
      dishes: dishes.slice(0, props.count || 6).map((dish) => card(dish, shop)),
    };
  },
  counted(view, sums) {
    return { n: view.dishes.map((dish) => sums.counts[dish.code] || 0) };
  },
  methods: {
    look(event) {
      open({ kind: 'dish', dish: event.currentTarget.dataset.dish });
    },
    add(event) {
      const { dish, more } = event.currentTarget.dataset;
      cart.add(dish, [], Number(more));
    },
  },
  onCart(change) {
    const at = this.data.view.dishes.findIndex((dish) => dish.code === change.dish);
    if (at >= 0) this.setData({ ['n[' + at + ']']: change.count });
  },
});
