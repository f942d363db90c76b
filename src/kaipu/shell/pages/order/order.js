/** One order on its way: paid, making, ready, done. Asks the server now and then while someone looks. */

const platform = require('kaipu/platform');
const client = require('kaipu/client');
const links = require('kaipu/links');
const payment = require('kaipu/payment');
const store = require('kaipu/store');
const { moment } = require('kaipu/hours');
const { yuan } = require('kaipu/money');
const { address } = require('kaipu/pictures');
const { screen } = require('kaipu/screen');

/** @typedef {import('kaipu/types').Order} Order */
/** @typedef {import('kaipu/types').Failure} Failure */

const STEPS = ['paid', 'making', 'ready', 'done'];
const OVER = ['done', 'cancelled', 'refunded'];
const SHORTEST_MS = 3000;
const LONGEST_MS = 15000;

/** @param {Order} order @param {Record<string, string>} words */
function drawn(order, words) {
  const shop = store.shop();
  const reached = STEPS.indexOf(order.state);
  const near = order.state === 'ready' && order.kind === 'pickup' ? 'ready_pickup' : order.state;
  return {
    number: order.number,
    state: words[order.state],
    story: words[near + '_story'],
    unpaid: order.state === 'unpaid',
    steps: reached < 0 ? [] : STEPS.map((step, index) => ({ step, name: words[step], done: index <= reached, now: index === reached, at: timeOf(order, step) })),
    place: order.kind === 'table' ? words.table + ' ' + order.table : words.pickup,
    pickup_at: order.pickup_at ? moment(shop.shop, order.pickup_at, Date.now()) : '',
    created_at: moment(shop.shop, order.created_at, Date.now()),
    note: order.note,
    lines: order.lines.map((line, index) => ({
      index,
      name: line.name,
      options: line.options,
      quantity: line.quantity,
      amount: yuan(line.amount_fen),
      picture: address(line.picture, shop),
      letter: line.name.slice(0, 1),
    })),
    packing: order.packing_fee_fen ? yuan(order.packing_fee_fen) : '',
    total: yuan(order.total_fen),
    phone: shop.shop.phones[0] || '',
  };
}

/** @param {Order} order @param {string} state */
function timeOf(order, state) {
  const entry = order.timeline.find((one) => one.state === state);
  return entry ? moment(store.content().shop, entry.at, Date.now()) : '';
}

/** @param {number} left_ms */
function countdown(left_ms) {
  const seconds = Math.max(0, Math.floor(left_ms / 1000));
  return Math.floor(seconds / 60) + ':' + String(100 + (seconds % 60)).slice(1);
}

screen({
  words: {
    zh: {
      title: '订单',
      unpaid: '等待付款',
      unpaid_story: '付款后店家就开始做，付好了这里会自己更新',
      paid: '已付款',
      paid_story: '店家看到了，马上就做',
      making: '制作中',
      making_story: '正在为您现做，请稍等',
      ready: '做好了',
      ready_story: '趁热吃，马上给您端来',
      ready_pickup_story: '可以来取了，请报取餐号',
      done: '已完成',
      done_story: '谢谢光临，下次再来',
      cancelled: '已取消',
      cancelled_story: '这个订单没有付款',
      refunded: '已退款',
      refunded_story: '钱会原路退回',
      number: '取餐号',
      table: '桌号',
      pickup: '到店自取',
      when: '取餐时间',
      placed: '下单时间',
      note: '备注',
      dishes: '点了这些',
      packing: '打包费',
      total: '合计',
      pay: '去付款',
      paying: '正在付款…',
      left: '剩余',
      cancel: '取消订单',
      sure: '取消这个订单？',
      yes: '取消订单',
      no: '再想想',
      call: '联系店家',
      again: '再去点餐',
      lost: '订单没打开',
    },
    en: {
      title: 'Order',
      unpaid: 'Waiting for payment',
      unpaid_story: 'The kitchen starts once it is paid. This page follows by itself',
      paid: 'Paid',
      paid_story: 'The shop has it and will start right away',
      making: 'Cooking',
      making_story: 'Being made for you now',
      ready: 'Ready',
      ready_story: 'Coming to your table, hot',
      ready_pickup_story: 'Come and pick it up. Say your number',
      done: 'Done',
      done_story: 'Thank you. See you again',
      cancelled: 'Cancelled',
      cancelled_story: 'This order was not paid for',
      refunded: 'Refunded',
      refunded_story: 'The money goes back the way it came',
      number: 'Your number',
      table: 'Table',
      pickup: 'Pick up',
      when: 'Pick-up time',
      placed: 'Ordered',
      note: 'Note',
      dishes: 'Your dishes',
      packing: 'Packing',
      total: 'Total',
      pay: 'Pay',
      paying: 'Paying…',
      left: 'Time left',
      cancel: 'Cancel order',
      sure: 'Cancel this order?',
      yes: 'Cancel it',
      no: 'Keep it',
      call: 'Call the shop',
      again: 'Order again',
      lost: 'The order did not open',
    },
  },
  data: {
    order: /** @type {ReturnType<typeof drawn> | null} */ (null),
    left: '',
    paying: false,
    problem: '',
    failed: '',
  },
  open(query) {
    platform.setTitle(this.data.words.title);
    this.id = query.id || '';
    this.wait_ms = SHORTEST_MS;
  },
  show() {
    this.shown = true;
    this.follow(true);
    this.tick();
  },
  hide() {
    this.rest();
  },
  close() {
    this.rest();
  },
  draw() {
    if (this.order) this.take(this.order);
  },
  refresh() {
    return this.fetch();
  },
  methods: {
    rest() {
      this.shown = false;
      clearTimeout(this.asking);
      clearTimeout(this.ticking);
    },
    /** Asks again soon at first, then less and less often; not when the order is over or nobody looks. */
    /** @param {any} fresh */
    follow(fresh) {
      clearTimeout(this.asking);
      this.wait_ms = fresh ? SHORTEST_MS : Math.min(LONGEST_MS, this.wait_ms * 1.2);
      const next = () => {
        if (this.shown && !(this.order && OVER.indexOf(this.order.state) >= 0)) this.asking = setTimeout(() => this.follow(false), this.wait_ms);
      };
      this.fetch().then(next);
    },
    async fetch() {
      try {
        this.take(await client.get('orders/' + this.id));
      } catch (failure) {
        if (!this.order) this.setData({ failed: /** @type {Failure} */ (failure).message });
      }
    },
    /** @param {any} order */
    take(order) {
      const news = !this.order || this.order.state !== order.state;
      const text = JSON.stringify(order) + store.content().sha256;
      this.order = order;
      if (news) this.wait_ms = SHORTEST_MS;
      if (text !== this.drawn) this.setData({ order: drawn(order, this.data.words), failed: '' });
      this.drawn = text;
      if (order.state === 'unpaid' && payment.take(order.id)) this.pay();
    },
    tick() {
      clearTimeout(this.ticking);
      const { state = '', pay_before = null } = this.order || {};
      const left = state === 'unpaid' && pay_before ? countdown(Date.parse(pay_before) - Date.now()) : '';
      if (left !== this.data.left) this.setData({ left });
      if (this.shown) this.ticking = setTimeout(() => this.tick(), 1000);
    },
    async pay() {
      if (this.data.paying) return;
      this.setData({ paying: true, problem: '' });
      try {
        await payment.pay(this.id);
      } catch (failure) {
        this.setData({ problem: /** @type {Failure} */ (failure).message });
      }
      this.setData({ paying: false });
      this.follow(true);
    },
    async cancel() {
      const { sure, yes, no } = this.data.words;
      if (!(await platform.confirm({ text: sure, yes, no }))) return;
      try {
        this.take(await client.post('orders/' + this.id + '/cancel', {}));
      } catch (failure) {
        this.setData({ problem: /** @type {Failure} */ (failure).message });
      }
    },
    call() {
      links.open({ kind: 'call', phone: /** @type {any} */ (this.data.order).phone });
    },
    menu() {
      links.openMenu();
    },
  },
});
