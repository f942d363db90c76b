/** Where an order is placed: at a table or to be picked up. The server has the last word on the price and on what is left. */

const platform = require('kaipu/platform');
const cart = require('kaipu/cart');
const client = require('kaipu/client');
const links = require('kaipu/links');
const payment = require('kaipu/payment');
const store = require('kaipu/store');
const tables = require('kaipu/table');
const { slots, status } = require('kaipu/hours');
const { yuan } = require('kaipu/money');
const { screen } = require('kaipu/screen');
const { fill } = require('kaipu/words');

const READY_MIN = 15;
const STEP_MIN = 15;

/** @typedef {'table' | 'pickup'} Kind */

screen({
  words: {
    zh: {
      title: '确认订单',
      table: '在店吃',
      pickup: '到店自取',
      place: '坐在哪桌',
      seat: ' 号桌',
      change: '换一桌',
      when: '几点来取',
      phone: '手机号',
      phone_hint: '选填，方便店家联系您',
      note: '备注',
      note_hint: '选填，比如：不要葱、少放盐',
      dishes: '点了这些',
      left_out: '有 {n} 样点不了，没算在内',
      look: '看购物车',
      packing: '打包费',
      total: '合计',
      submit: '下单付款',
      sending: '正在下单…',
      choose_table: '请选一下桌号',
      choose_time: '请选一下取餐时间',
      no_time: '现在没有可取餐的时间',
      empty: '购物车还空着',
      hungry: '挑一份爱吃的吧',
      menu: '去点餐',
      orders: '看我的订单',
    },
    en: {
      title: 'Your order',
      table: 'Eat here',
      pickup: 'Pick up',
      place: 'Your table',
      seat: '',
      change: 'Change',
      when: 'Pick-up time',
      phone: 'Phone',
      phone_hint: 'Optional, so the shop can reach you',
      note: 'Note',
      note_hint: 'Optional, such as: no spring onion',
      dishes: 'Your dishes',
      left_out: '{n} of your dishes cannot be ordered and are left out',
      look: 'See the cart',
      packing: 'Packing',
      total: 'Total',
      submit: 'Order and pay',
      sending: 'Ordering…',
      choose_table: 'Please choose your table',
      choose_time: 'Please choose a pick-up time',
      no_time: 'No pick-up times at the moment',
      empty: 'Your cart is empty',
      hungry: 'Pick something you like',
      menu: 'To the menu',
      orders: 'My orders',
    },
  },
  data: {
    lines: /** @type {ReturnType<typeof cart.rows>} */ ([]),
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
    open: true,
    status: '',
    sending: false,
    problem: '',
  },
  open() {
    platform.setTitle(this.data.words.title);
    this.note = '';
    this.phone = '';
    const { shop } = store.content();
    const table = tables.current(shop);
    const kinds = /** @type {Kind[]} */ (['table', 'pickup']).filter((kind) => shop.order_kinds.indexOf(kind) >= 0);
    this.setData({
      kinds: kinds.map((kind) => ({ kind, name: this.data.words[kind] })),
      kind: kinds[0] || 'table',
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
    const times = slots(shop, Date.now(), READY_MIN, STEP_MIN);
    this.setData({
      tables: shop.tables.map((table) => ({ table, note: shop.table_notes[table] || '' })),
      slots: times,
      slot: times.some((time) => time.at === this.data.slot) ? this.data.slot : times.length ? times[0].at : '',
      notices: shop.notices,
      open: now.open,
      status: now.text,
    });
    this.fill();
  },
  methods: {
    fill() {
      const { packing_fee_fen, total_fen } = this.sums();
      const rows = cart.rows();
      const lines = rows.filter((row) => !row.problem);
      const left_out = rows.length > lines.length ? fill(this.data.words.left_out, { n: rows.length - lines.length }) : '';
      this.setData({ lines, left_out, packing: packing_fee_fen ? yuan(packing_fee_fen) : '', total: yuan(total_fen) });
    },
    sums() {
      const boxes = cart.lines().reduce((sum, line) => (line.problem ? sum : sum + line.box_count), 0);
      const packing_fee_fen = this.data.kind === 'pickup' ? store.content().shop.packing_fee_fen * boxes : 0;
      return { packing_fee_fen, total_fen: cart.summary().total_fen + packing_fee_fen };
    },
    pickKind(event) {
      this.setData({ kind: event.currentTarget.dataset.kind, problem: '' });
      this.fill();
    },
    pickTable(event) {
      const { table } = event.currentTarget.dataset;
      tables.remember(String(table));
      this.setData({ table: String(table), picking: false, problem: '' });
    },
    change() {
      this.setData({ picking: true });
    },
    pickSlot(event) {
      this.setData({ slot: event.currentTarget.dataset.at, problem: '' });
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
      const { words, kind, table, slot, open, sending, lines } = this.data;
      if (sending || !open || !lines.length) return;
      const problem = kind === 'table' ? !table && words.choose_table : !slot && words.choose_time;
      if (problem) return this.setData({ problem });
      this.setData({ sending: true, problem: '' });
      try {
        const { id } = await client.postOnce('orders', this.order());
        cart.clear();
        payment.begin(id);
        platform.replace('pages/order/order', { id });
      } catch (failure) {
        this.setData({ problem: /** @type {import('kaipu/types').Failure} */ (failure).message, sending: false });
        store.refresh(true);
      }
    },
    look() {
      links.open({ kind: 'page', page: '@cart' });
    },
    menu() {
      links.openMenu();
    },
    orders() {
      links.open({ kind: 'page', page: '@orders' });
    },
  },
});
