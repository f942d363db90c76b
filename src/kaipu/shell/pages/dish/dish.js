/** One dish, its options, and into the cart. */

const choosing = require('kaipu/goods/choosing');
const { card } = require('kaipu/goods/dishes');
const { screen, platform, store, cart, links } = require('kaipu/screen');

screen({
  words: {
    zh: {
      title: '菜品',
      added: '已加入购物车',
      gone: '这道菜已经下架了',
    },
    en: {
      title: 'Dish',
      added: 'Added to cart',
      gone: 'This dish is no longer sold',
    },
  },
  data: {
    dish: /** @type {import('kaipu/types').Card | null} */ (null),
    unit: '',
    groups: /** @type {ReturnType<typeof choosing.drawn>['groups']} */ ([]),
    price: '',
    quantity: 1,
    count: 0,
    missing: false,
  },
  open(query) {
    this.code = query.dish || '';
  },
  onCart() {
    this.setData({ count: cart.summary().total_count });
  },
  draw() {
    const dish = store.dish(this.code);
    if (!dish) return this.setData({ dish: null, missing: true });
    if (!this.choices || !choosing.sum(dish, this.choices).fine) this.choices = choosing.start(dish);
    return this.setData({
      dish: card(dish, store.shop()),
      unit: dish.unit,
      missing: false,
      count: cart.summary().total_count,
      ...choosing.drawn(dish, this.choices, this.data.quantity),
    });
  },
  share() {
    const { name = '', price = '', picture = '' } = this.data.dish || {};
    return { title: name + ' ¥' + price, path: 'pages/dish/dish?dish=' + this.code, picture };
  },
  methods: {
    title() {
      const dish = store.dish(this.code);
      return dish ? dish.name : this.data.words.title;
    },
    /** @param {any} quantity */
    take(quantity) {
      const dish = store.dish(this.code);
      if (dish && quantity > 0) this.setData(choosing.drawn(dish, this.choices, quantity));
    },
    choose(event) {
      const dish = store.dish(this.code);
      const { choice, off } = event.currentTarget.dataset;
      if (!dish || off) return;
      this.choices = choosing.toggle(dish, this.choices, choice);
      this.take(this.data.quantity);
    },
    step(event) {
      this.take(this.data.quantity + Number(event.currentTarget.dataset.more));
    },
    put() {
      const { dish, quantity, words } = this.data;
      if (!dish || dish.sold_out || !cart.add(dish.code, this.choices, quantity)) return;
      platform.toast(words.added);
      this.take(1);
    },
    basket() {
      links.openPage('@cart');
    },
  },
});
