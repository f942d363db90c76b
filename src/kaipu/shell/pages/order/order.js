/** One order on its way: paid, making, ready, done. Asks the server now and then while someone looks. */

const account = require('kaipu/api/account');
const payment = require('kaipu/orders/payment');
const receipt = require('kaipu/orders/receipt');
const { screen, platform, store, links } = require('kaipu/screen');

/** @typedef {import('kaipu/types').Order} Order */

const SHORTEST_MS = 3000;
const LONGEST_MS = 15000;

/** @param {Order} order @param {Record<string, string>} words */
function drawn(order, words) {
  const shop = store.shop();
  const { state, kind } = order;
  return {
    ...receipt.draw(order, shop),
    steps: receipt.steps(order, shop),
    story: words[state === 'ready' && kind === 'pickup' ? 'fetch' : state],
    phone: shop.shop.phones[0] || '',
  };
}

/** '14:59' @param {number} left_ms less than an hour */
function countdown(left_ms) {
  return new Date(Math.max(0, left_ms)).toISOString().slice(14, 19);
}

screen({
  words: {
    zh: {
      title: '订单',
      unpaid: '付好了这里会自己更新',
      paid: '店家看到了，马上就做',
      making: '正在为您现做，请稍等',
      ready: '趁热吃，马上给您端来',
      fetch: '可以来取了，请报取餐号',
      done: '谢谢光临，下次再来',
      cancelled: '这个订单没有付款',
      refunded: '钱会原路退回',
      number: '取餐号',
      when: '取餐时间',
      placed: '下单时间',
      pay: '去付款',
      left: '剩余',
      cancel: '取消订单',
      sure: '取消这个订单？',
      no: '再想想',
      call: '联系店家',
    },
    en: {
      title: 'Order',
      unpaid: 'Updates once it is paid',
      paid: 'The shop will start right away',
      making: 'Being made for you now',
      ready: 'Coming to your table, hot',
      fetch: 'Come and say your number',
      done: 'Thank you. See you again',
      cancelled: 'This order was not paid for',
      refunded: 'The money goes back to you',
      number: 'Your number',
      when: 'Pick-up time',
      placed: 'Ordered',
      pay: 'Pay',
      left: 'Time left',
      cancel: 'Cancel',
      sure: 'Cancel this order?',
      no: 'Keep it',
      call: 'Call the shop',
    },
  },
  data: {
    order: /** @type {ReturnType<typeof drawn> | null} */ (null),
    left: '',
    terms: receipt.terms,
    paying: false,
    failed: '',
  },
  open(query) {
    this.id = query.id || '';
  },
  show() {
    this.shown = true;
    this.wait_ms = SHORTEST_MS;
    this.follow();
    this.tick();
  },
  hide() {
    this.shown = false;
  },
  close() {
    this.shown = false;
  },
  draw() {
    if (this.order) this.setData({ order: drawn(this.order, this.data.words) });
  },
  refresh() {
    return this.try(account.get('orders/' + this.id));
  },
  methods: {
    /** Asks soon at first, then less and less often; not when nothing more can happen or nobody looks. */
    async follow() {
      await this.refresh();
      clearTimeout(this.asking);
      this.wait_ms = Math.min(LONGEST_MS, this.wait_ms * 1.2);
      const waiting = this.shown && !(this.order && receipt.over(this.order));
      if (waiting) this.asking = setTimeout(() => this.follow(), this.wait_ms);
    },
    /** @param {any} answer the order, promised */
    async try(answer) {
      try {
        this.take(await answer);
      } catch (failure) {
        this.setData({ failed: /** @type {import('kaipu/types').Failure} */ (failure).message });
      }
    },
    /** @param {any} order */
    take(order) {
      const known = this.order || {};
      if (known.state !== order.state) this.wait_ms = SHORTEST_MS;
      this.order = order;
      if (this.data.failed) this.setData({ failed: '' });
      if (JSON.stringify(known) === JSON.stringify(order)) return;
      this.draw();
      this.tick();
      if (order.state === 'unpaid' && payment.take(order.id)) this.pay();
    },
    tick() {
      const { state = '', pay_before = '' } = this.order || {};
      const left = state === 'unpaid' && pay_before ? countdown(Date.parse(pay_before) - Date.now()) : '';
      if (left !== this.data.left) this.setData({ left });
      clearTimeout(this.ticking);
      if (this.shown) this.ticking = setTimeout(() => this.tick(), 1000);
    },
    async pay() {
      if (this.data.paying) return;
      this.setData({ paying: true });
      await this.try(payment.pay(this.id).then(() => account.get('orders/' + this.id)));
      this.setData({ paying: false });
      this.wait_ms = SHORTEST_MS;
    },
    async cancel() {
      const { sure, cancel, no } = this.data.words;
      const yes = await platform.confirm({ text: sure, yes: cancel, no });
      if (yes) await this.try(account.post('orders/' + this.id + '/cancel', {}));
    },
    call() {
      links.open({ kind: 'call', phone: /** @type {any} */ (this.data.order).phone });
    },
  },
});
