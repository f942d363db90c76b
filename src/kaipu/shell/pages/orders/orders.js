/** The shopper's orders, newest first. The last list is kept on the device, to be there without a network. */

const platform = require('kaipu/platform');
const release = require('kaipu/release');
const client = require('kaipu/client');
const links = require('kaipu/links');
const store = require('kaipu/store');
const { moment } = require('kaipu/hours');
const { yuan } = require('kaipu/money');
const { address } = require('kaipu/pictures');
const { screen } = require('kaipu/screen');
const { fill } = require('kaipu/words');

/** @typedef {import('kaipu/types').Order} Order */

const PLACE = 'orders:' + release.slug;
const MOST_PICTURES = 4;

/** @param {Order} order @param {Record<string, string>} words */
function drawn(order, words) {
  const shop = store.shop();
  const count = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return {
    id: order.id,
    number: order.number,
    state: words[order.state],
    now: ['unpaid', 'paid', 'making', 'ready'].indexOf(order.state) >= 0,
    names: order.lines.map((line) => line.name).join('、'),
    pictures: order.lines.slice(0, MOST_PICTURES).map((line, index) => ({ index, picture: address(line.picture, shop), letter: line.name.slice(0, 1) })),
    count: fill(words.pieces, { n: count }),
    total: yuan(order.total_fen),
    where: order.kind === 'table' ? fill(words.table, { n: order.table }) : words.pickup,
    at: moment(shop.shop, order.created_at, Date.now()),
  };
}

screen({
  words: {
    zh: {
      title: '我的订单',
      unpaid: '等待付款',
      paid: '已付款',
      making: '制作中',
      ready: '做好了',
      done: '已完成',
      cancelled: '已取消',
      refunded: '已退款',
      table: '{n} 号桌',
      pickup: '自取',
      pieces: '共 {n} 份',
      number: '取餐号',
      empty: '还没有订单',
      first: '来一碗热乎的',
      menu: '去点餐',
      lost: '订单没打开',
    },
    en: {
      title: 'My orders',
      unpaid: 'To pay',
      paid: 'Paid',
      making: 'Cooking',
      ready: 'Ready',
      done: 'Done',
      cancelled: 'Cancelled',
      refunded: 'Refunded',
      table: 'Table {n}',
      pickup: 'Pick up',
      pieces: '{n} items',
      number: 'No.',
      empty: 'No orders yet',
      first: 'How about something hot',
      menu: 'To the menu',
      lost: 'Your orders did not open',
    },
  },
  data: { orders: /** @type {ReturnType<typeof drawn>[] | null} */ (null), failed: '' },
  open() {
    platform.setTitle(this.data.words.title);
    this.orders = platform.read(PLACE) || null;
  },
  show() {
    this.fetch();
  },
  draw() {
    if (this.orders) this.setData({ orders: this.orders.map((/** @type {Order} */ order) => drawn(order, this.data.words)) });
  },
  refresh() {
    return this.fetch();
  },
  methods: {
    async fetch() {
      try {
        const { orders } = await client.get('orders');
        this.take(orders);
      } catch (failure) {
        if (!this.orders) this.setData({ failed: /** @type {import('kaipu/types').Failure} */ (failure).message });
      }
    },
    /** @param {any} orders */
    take(orders) {
      const text = JSON.stringify(orders);
      if (text === JSON.stringify(this.orders) && this.data.orders) return;
      this.orders = orders;
      platform.write(PLACE, orders);
      this.setData({ orders: orders.map((/** @type {Order} */ order) => drawn(order, this.data.words)), failed: '' });
    },
    look(event) {
      platform.navigate('pages/order/order', { id: event.currentTarget.dataset.id });
    },
    menu() {
      links.openMenu();
    },
  },
});
