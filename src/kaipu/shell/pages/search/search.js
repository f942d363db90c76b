/** Finds dishes by name, description, tag or category, while the shopper types. */

const { card } = require('kaipu/goods/dishes');
const { screen, store, cart, links } = require('kaipu/screen');

const MOST = 50;

/** Dishes that have the text somewhere; without one, those the shop is proud of. @param {string} wanted */
function found(wanted) {
  const { dishes, categories } = store.content().catalog;
  const shop = store.shop();
  const text = wanted.trim().toLowerCase();
  /** @param {import('kaipu/types').Dish} dish */
  const fits = ({ name, description, category, tags }) => {
    const { name: group } = categories.find(({ code }) => code === category) || { name: '' };
    return text ? [name, description, group].concat(tags).join(' ').toLowerCase().includes(text) : tags.length > 0;
  };
  return dishes
    .filter(fits)
    .slice(0, MOST)
    .map((dish) => card(dish, shop));
}

screen({
  words: {
    zh: { title: '找菜', hint: '菜名、口味都能搜', popular: '大家爱点', found: '找到这些', none: '没找到', other: '换个词试试，比如“牛肉”“馄饨”' },
    en: {
      title: 'Search',
      hint: 'Find a dish',
      popular: 'Popular',
      found: 'Found',
      none: 'Nothing found',
      other: 'Try another word',
    },
  },
  data: { text: '', dishes: /** @type {ReturnType<typeof found>} */ ([]), n: /** @type {number[]} */ ([]) },
  open(query) {
    this.setData({ text: query.q || '' });
  },
  onCart(change) {
    if (!change) return this.find(this.data.text);
    const at = this.data.dishes.findIndex((dish) => dish.code === change.dish);
    if (at >= 0) this.setData({ ['n[' + at + ']']: change.count });
  },
  draw() {
    this.find(this.data.text);
  },
  methods: {
    /** @param {any} text */
    find(text) {
      const dishes = found(text);
      const { counts } = cart.summary();
      this.setData({ text, dishes, n: dishes.map((dish) => counts[dish.code] || 0) });
    },
    write(event) {
      this.find(event.detail.value);
    },
    clear() {
      this.find('');
    },
    step(event) {
      const { dish, more } = event.currentTarget.dataset;
      cart.add(dish, [], Number(more));
    },
    look(event) {
      links.open({ kind: 'dish', dish: event.currentTarget.dataset.dish });
    },
  },
});
