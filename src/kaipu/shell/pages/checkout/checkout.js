/**
 * Where an order is placed: at a table or to be picked up. The server has the last word on the price and on what is
 * left.
 */

const account = require('kaipu/api/account');
const payment = require('kaipu/orders/payment');
const { terms } = require('kaipu/orders/receipt');
const tables = require('kaipu/orders/table');
const { rows } = require('kaipu/orders/basket');
const { status } = require('kaipu/hours');
const { yuan } = require('kaipu/money');
const { slots } = require('kaipu/orders/pickup');
const { screen, platform, store, cart, fill } = require('kaipu/screen');

/** @typedef {'table' | 'pickup'} Kind */

/** What of the cart can be ordered. */
const good = () => cart.lines().filter((line) => !line.problem);

screen({
  words: {
    zh: {
      title: '确认订单',
      table: '在店吃',
      pickup: '到店自取',
      place: '您坐在哪桌？',
      seat: ' 号桌',
      change: '换一桌',
      when: '几点来取',
      phone: '手机号',
      phone_hint: '选填，方便店家联系您',
      note_hint: '选填，比如：不要葱、少放盐',
      left_out: '有 {n} 样点不了，没算在内',
      submit: '下单付款',
      sending: '正在下单…',
      no_time: '现在没有可取餐的时间',
    },
    en: {
      title: 'Your order',
      table: 'Eat here',
      pickup: 'Pick up',
      place: 'Which table are you at?',
      seat: '',
      change: 'Change',
      when: 'Pick-up time',
      phone: 'Phone',
      phone_hint: 'Optional, to reach you',
      note_hint: 'Optional, such as: no onion',
      left_out: '{n} cannot be ordered and are left out',
      submit: 'Order and pay',
      sending: 'Ordering…',
      no_time: 'No pick-up times at the moment',
    },
  },
  data: {
    terms,
    lines: /** @type {ReturnType<typeof rows>} */ ([]),
    kinds: /** @type {{ kind: Kind, name: string }[]} */ ([]),
    kind: /** @type {Kind} */ ('table'),
    tables: /** @type {{ table: string, note: string }[]} */ ([]),
    table: '',
    picking: false,
    slots: /** @type {ReturnType<typeof slots>} */ ([]),
    slot: '',
    left_out: '',
    packing: '',
    total: '',
    notices: /** @type {string[]} */ ([]),
    ready: true,
    status: '',
    sending: false,
    problem: '',
  },
  open() {
    // The way back from paying elsewhere may lead here, where nothing is left to order.
    if (!cart.lines().length) platform.replace('pages/cart/cart');
    this.written = { note: '', phone: '' };
    const shop = store.shop();
    const kinds = /** @type {Kind[]} */ (['table', 'pickup']).filter((kind) => shop.shop.order_kinds.includes(kind));
    this.setData({
      kinds: kinds.map((kind) => ({ kind, name: this.data.words[kind] })),
      // Before opening, something can only be ordered for later.
      kind: kinds[status(shop).open ? 0 : kinds.length - 1] || 'table',
      table: shop.table,
      picking: !shop.table,
    });
  },
  onCart() {
    this.fill();
  },
  draw() {
    const shop = store.shop();
    const { tables, table_notes, notices } = shop.shop;
    const times = slots(shop);
    const kept = times.find((time) => time.at === this.data.slot) || times[0];
    this.setData({
      notices,
      tables: tables.map((table) => ({ table, note: table_notes[table] || '' })),
      slots: times,
      slot: kept ? kept.at : '',
      status: status(shop).text,
    });
    this.fill();
  },
  methods: {
    fill() {
      const all = rows();
      const lines = all.filter((row) => !row.problem);
      const n = all.length - lines.length;
      const { packing_fee_fen, total_fen } = this.sums();
      this.setData({
        lines,
        left_out: n ? fill(this.data.words.left_out, { n }) : '',
        packing: packing_fee_fen ? yuan(packing_fee_fen) : '',
        total: yuan(total_fen),
        ready: this.data.kind === 'pickup' || status(store.shop()).open,
      });
    },
    sums() {
      const boxes = good().reduce((sum, line) => sum + line.box_count, 0);
      const packing_fee_fen = this.data.kind === 'pickup' ? store.content().shop.packing_fee_fen * boxes : 0;
      return { packing_fee_fen, total_fen: cart.summary().total_fen + packing_fee_fen };
    },
    /** Kind, table or time, whichever was tapped. */
    pick(event) {
      const { kind = this.data.kind, table = this.data.table, slot = this.data.slot } = event.currentTarget.dataset;
      if (table) tables.remember(String(table));
      this.setData({ kind, table: String(table), slot, picking: !table, problem: '' });
      this.fill();
    },
    change() {
      this.setData({ picking: true });
    },
    write(event) {
      this.written[event.currentTarget.dataset.field] = event.detail.value.trim();
    },
    order() {
      const { kind, table, slot } = this.data;
      return {
        kind,
        table: kind === 'table' ? table : null,
        lines: good().map(({ dish, quantity, choices }) => ({ dish, quantity, choices })),
        ...this.written,
        pickup_at: kind === 'pickup' ? slot : null,
        expected_total_fen: this.sums().total_fen,
      };
    },
    async submit() {
      const { words, kind, table, slot, ready, sending, lines } = this.data;
      if (sending || !ready || !lines.length) return;
      const problem = kind === 'table' ? !table && words.place : !slot && words.no_time;
      if (problem) return this.setData({ problem });
      this.setData({ sending: true, problem: '' });
      try {
        const { id } = await account.postOnce('orders', this.order());
        cart.filter(() => false);
        payment.begin(id);
        platform.replace('pages/order/order', { id });
      } catch (failure) {
        this.setData({ problem: /** @type {import('kaipu/types').Failure} */ (failure).message, sending: false });
        store.refresh(true);
      }
    },
  },
});
