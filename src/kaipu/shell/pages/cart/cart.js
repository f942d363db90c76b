/** What is going to be ordered. What cannot be ordered any more says why and counts nothing. */

const { status } = require('kaipu/hours');
const { rows } = require('kaipu/orders/basket');
const { takesOrders } = require('kaipu/orders/pickup');
const { yuan } = require('kaipu/money');
const { screen, platform, store, cart, links } = require('kaipu/screen');

screen({
  words: {
    zh: {
      title: '购物车',
      empty: '购物车还空着',
      hungry: '挑一份爱吃的吧',
      sure: '清空购物车？',
      no: '再想想',
      drop: '移除不能点的',
      pieces: '份',
    },
    en: {
      title: 'Cart',
      empty: 'Your cart is empty',
      hungry: 'Pick something you like',
      sure: 'Clear the cart?',
      no: 'Keep',
      drop: 'Remove unavailable',
      pieces: ' items',
    },
  },
  data: {
    lines: /** @type {ReturnType<typeof rows>} */ ([]),
    count: 0,
    sum: '',
    problems: false,
    open: true,
    status: '',
  },
  onCart() {
    this.fill();
  },
  draw() {
    this.fill();
  },
  methods: {
    fill() {
      const { total_count, total_fen } = cart.summary();
      const lines = rows();
      const shop = store.shop();
      this.setData({
        lines,
        count: total_count,
        sum: yuan(total_fen),
        problems: lines.some((line) => line.problem),
        open: takesOrders(shop),
        status: status(shop).text,
      });
    },
    step(event) {
      const { index, more } = event.currentTarget.dataset;
      const { dish, choices } = this.data.lines[index];
      cart.add(dish, choices, Number(more));
    },
    look(event) {
      links.open({ kind: 'dish', dish: this.data.lines[event.currentTarget.dataset.index].dish });
    },
    drop() {
      cart.filter((line) => !line.problem);
    },
    async clear() {
      const { sure, clear, no } = this.data.words;
      if (await platform.confirm({ text: sure, yes: clear, no })) cart.filter(() => false);
    },
    checkout() {
      if (this.data.count && this.data.open) links.openPage('@checkout');
    },
  },
});
