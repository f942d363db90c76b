/** The shopper's orders, newest first. The last list is kept on the device, to be there without a network. */

const release = require('kaipu/release');
const account = require('kaipu/api/account');
const receipt = require('kaipu/orders/receipt');
const { screen, platform, store, fill } = require('kaipu/screen');

/** @typedef {import('kaipu/types').Order} Order */

const PLACE = 'orders:' + release.slug;

/** @param {Order} order @param {string} pieces */
const drawn = (order, pieces) => ({
  ...receipt.draw(order, store.shop()),
  names: order.lines.map((line) => line.name).join('、'),
  count: fill(pieces, { n: order.lines.reduce((sum, line) => sum + line.quantity, 0) }),
});

screen({
  words: {
    zh: { title: '我的订单', pieces: '共 {n} 份', empty: '还没有订单', first: '来一碗热乎的' },
    en: {
      title: 'My orders',
      pieces: '{n} items',
      empty: 'No orders yet',
      first: 'How about something hot',
    },
  },
  data: { orders: /** @type {ReturnType<typeof drawn>[] | null} */ (null), failed: '' },
  open() {
    this.orders = platform.read(PLACE);
  },
  show() {
    this.refresh();
  },
  draw() {
    /** @type {Order[] | null} */
    const orders = this.orders;
    if (orders) this.setData({ orders: orders.map((order) => drawn(order, this.data.words.pieces)), failed: '' });
  },
  async refresh() {
    try {
      const orders = await account.get('orders');
      if (JSON.stringify(orders) === JSON.stringify(this.orders)) return;
      platform.write(PLACE, (this.orders = orders));
      this.draw();
    } catch (failure) {
      if (!this.orders) this.setData({ failed: /** @type {import('kaipu/types').Failure} */ (failure).message });
    }
  },
  methods: {
    look(event) {
      platform.navigate('pages/order/order', { id: event.currentTarget.dataset.id });
    },
  },
});
