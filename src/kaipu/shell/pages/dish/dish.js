/** One dish, its options, and into the cart. */

const platform = require('kaipu/platform');
const cart = require('kaipu/cart');
const choosing = require('kaipu/choosing');
const links = require('kaipu/links');
const store = require('kaipu/store');
const { card } = require('kaipu/dishes');
const { yuan } = require('kaipu/money');
const { screen } = require('kaipu/screen');

screen({
  words: {
    zh: {
      title: '菜品',
      from: '起',
      add: '加一份',
      less: '减一份',
      put: '加入购物车',
      sold: '售罄',
      added: '已加入购物车',
      basket: '购物车',
      gone: '这道菜已经下架了',
      others: '看看别的，都好吃',
      menu: '去点餐',
      unit: '每',
    },
    en: {
      title: 'Dish',
      from: '+',
      add: 'Add',
      less: 'Remove one',
      put: 'Add to cart',
      sold: 'Sold out',
      added: 'Added to cart',
      basket: 'Cart',
      gone: 'This dish is no longer sold',
      others: 'There is more on the menu',
      menu: 'To the menu',
      unit: 'per ',
    },
  },
  data: {
    dish: /** @type {import('kaipu/types').Card | null} */ (null),
    unit: '',
    groups: /** @type {ReturnType<typeof choosing.groups>} */ ([]),
    price: '',
    quantity: 1,
    count: 0,
    missing: false,
  },
  open(query) {
    this.code = query.dish || '';
    this.stop = cart.on(() => this.setData({ count: cart.summary().total_count }));
  },
  close() {
    this.stop();
  },
  draw() {
    const dish = store.dish(this.code);
    platform.setTitle(dish ? dish.name : this.data.words.title);
    if (!dish) return this.setData({ dish: null, missing: true });
    if (!this.choices || !choosing.sum(dish, this.choices).fine) this.choices = choosing.start(dish);
    this.setData({ dish: card(dish, store.shop()), unit: dish.unit, missing: false, count: cart.summary().total_count });
    return this.count(0);
  },
  share() {
    const dish = this.data.dish;
    return { title: dish ? dish.name + ' ¥' + dish.price : '', path: 'pages/dish/dish?dish=' + this.code, picture: dish ? dish.picture : '' };
  },
  methods: {
    /** @param {any} more */
    count(more) {
      const dish = store.dish(this.code);
      const quantity = Math.max(1, this.data.quantity + more);
      if (!dish) return;
      this.setData({ groups: choosing.groups(dish, this.choices), price: yuan(choosing.sum(dish, this.choices).unit_price_fen * quantity), quantity });
    },
    choose(event) {
      const dish = store.dish(this.code);
      const { choice, off } = event.currentTarget.dataset;
      if (!dish || off) return;
      this.choices = choosing.toggle(dish, this.choices, choice);
      this.count(0);
    },
    step(event) {
      this.count(Number(event.currentTarget.dataset.more));
    },
    put() {
      const { dish, quantity, words } = this.data;
      if (!dish || dish.sold_out || !cart.add(dish.code, this.choices, quantity)) return;
      platform.toast(words.added);
      this.count(1 - quantity);
    },
    basket() {
      links.open({ kind: 'page', page: '@cart' });
    },
    menu() {
      links.openMenu();
    },
  },
});
