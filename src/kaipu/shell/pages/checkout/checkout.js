/** Where an order is placed: at a table or to be picked up. The server has the last word on the price and on what is left. */

const platform = require('kaipu/platform');
const cart = require('kaipu/cart');
const account = require('kaipu/api/account');
const payment = require('kaipu/orders/payment');
const store = require('kaipu/store');
const tables = require('kaipu/orders/table');
const { rows } = require('kaipu/orders/basket');
const { status } = require('kaipu/hours');
const { yuan } = require('kaipu/money');
const { slots } = require('kaipu/orders/pickup');
const { screen } = require('kaipu/screen');
const { fill } = require('kaipu/words');

/** @typedef {'table' | 'pickup'} Kind */

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
      note: '备注',
      note_hint: '选填，比如：不要葱、少放盐',
      dishes: '点了这些',
      left_out: '有 {n} 样点不了，没算在内',
      packing: '打包费',
      total: '合计',
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
      phone_hint: 'Optional, so the shop can reach you',
      note: 'Note',
      note_hint: 'Optional, such as: no spring onion',
      dishes: 'Your dishes',
      left_out: '{n} of your dishes cannot be ordered and are left out',
      packing: 'Packing',
      total: 'Total',
      submit: 'Order and pay',
      sending: 'Ordering…',
      no_time: 'No pick-up times at the moment',
    },
  },
  data: {
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
    this.note = '';
    this.phone = '';
    const { shop } = store.content();
    const table = tables.current(shop);
    const kinds = /** @type {Kind[]} */ (['table', 'pickup']).filter((kind) => shop.order_kinds.includes(kind));
    this.setData({
      kinds: kinds.map((kind) => ({ kind, name: this.data.words[kind] })),
      kind: status(shop, Date.now()).open ? kinds[0] || 'table' : kinds[kinds.length - 1] || 'table',
      table,
      picking: !table,
    });
    this.stop = cart.on(() => this.fill());
  },
  close() {
    this.stop();
  },
  draw() {
    const { shop } = store.content();
    const now = status(shop, Date.now());
    const times = slots(shop, Date.now());
    this.setData({
      tables: shop.tables.map((table) => ({ table, note: shop.table_notes[table] || '' })),
      slots: times,
      slot: times.some((time) => time.at === this.data.slot) ? this.data.slot : times.length ? times[0].at : '',
      notices: shop.notices,
      status: now.text,
    });
    this.open = now.open;
    this.fill();
  },
  methods: {
    fill() {
      const { packing_fee_fen, total_fen } = this.sums();
      const all = rows();
      const lines = all.filter((row) => !row.problem);
      const n = all.length - lines.length;
      const left_out = n ? fill(this.data.words.left_out, { n }) : '';
      const ready = this.open || this.data.kind === 'pickup';
      this.setData({ ready, lines, left_out, packing: packing_fee_fen ? yuan(packing_fee_fen) : '', total: yuan(total_fen) });
    },
    sums() {
      const boxes = cart.lines().reduce((sum, line) => (line.problem ? sum : sum + line.box_count), 0);
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
    writeNote(event) {
      this.note = event.detail.value;
    },
    writePhone(event) {
      this.phone = event.detail.value;
    },
    order() {
      const { kind, table, slot } = this.data;
      return {
        kind,
        table: kind === 'table' ? table : null,
        lines: cart.lines().filter((line) => !line.problem).map(({ dish, quantity, choices }) => ({ dish, quantity, choices })),
        note: this.note.trim(),
        pickup_at: kind === 'pickup' ? slot : null,
        phone: this.phone.trim(),
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
