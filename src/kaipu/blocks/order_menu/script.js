/**
 * The menu to order from: categories beside dishes that scroll together, a sheet to choose options in, and the cart.
 */

const { block } = require('kaipu/block');
const cart = require('kaipu/cart');
const choosing = require('kaipu/goods/choosing');
const store = require('kaipu/store');
const { rows } = require('kaipu/orders/basket');
const { takesOrders } = require('kaipu/orders/pickup');
const { card } = require('kaipu/goods/dishes');
const { openPage } = require('kaipu/links');
const { status } = require('kaipu/hours');
const { yuan } = require('kaipu/money');
const { fill } = require('kaipu/words');

// Heights of style.wxss. Where a category begins is worked out from them, as nothing may be measured here.
const HEAD_RPX = 80;
const ROW_RPX = 244;
const FOOT_RPX = 300;
/** A category is the one looked at from a little before its head reaches the top. */
const NEAR_RPX = 60;
/** While the list glides to a category that was tapped, the ones it passes are not looked at. */
const GLIDE_MS = 700;

/** @typedef {import('kaipu/types').Dish} Dish */
/** @typedef {import('kaipu/types').Card & { at: number }} Row */
/** @typedef {{ code: string, name: string, top_rpx: number, dishes: Row[] }} Group */

/**
 * Categories that have dishes, and where on the list each begins.
 * @param {import('kaipu/types').Shop} shop
 * @param {string[]} hidden
 */
function groupsOf(shop, hidden) {
  let at = 0;
  let top_rpx = 0;
  /** @type {Group[]} */
  const groups = [];
  shop.catalog.categories.forEach(({ code, name }) => {
    const dishes = shop.catalog.dishes.filter((dish) => dish.category === code && !hidden.includes(code));
    if (!dishes.length) return;
    groups.push({ code, name, top_rpx, dishes: dishes.map((dish) => ({ ...card(dish, shop), at: at++ })) });
    top_rpx += HEAD_RPX + ROW_RPX * dishes.length;
  });
  return groups;
}

/** The dish in the sheet; a new catalogue may have taken it away, and then the sheet goes too. @param {any} self */
function looked(self) {
  const dish = store.dish(self.data.dish.code);
  if (!dish) self.setData({ dish: null });
  return dish;
}

/** Glides to a category. @param {any} self @param {number} index */
function show(self, index) {
  if (index < 0) return;
  self.gliding_until_ms = Date.now() + GLIDE_MS;
  // The list only moves when the value changes, and it may have been scrolled away from there since.
  if (self.data.into === 'kp-g' + index) self.setData({ into: '' });
  self.setData({ active: index, into: 'kp-g' + index, rail: 'kp-r' + index });
}

block({
  words: {
    zh: {
      hint: '搜一搜想吃的',
      table: '{n} 号桌',
      close: '关闭',
      empty: '还没点菜',
      nothing: '菜单准备中，稍后再来看看',
    },
    en: {
      hint: 'Find a dish',
      table: 'Table {n}',
      close: 'Close',
      empty: 'Nothing yet',
      nothing: 'The menu is coming soon',
    },
  },
  derive(props, shop, words) {
    const now = status(shop);
    const open = takesOrders(shop);
    return {
      search: props.search !== false,
      footer: props.footer || '',
      // What it says of the hours stands where orders are refused, else up here.
      place: shop.table && now.open ? fill(words.table, { n: shop.table }) : open ? now.text : '',
      groups: groupsOf(shop, props.hidden_categories || []),
      open,
      status: now.text,
    };
  },
  counted(view, sums) {
    const counts = view.groups.map((group) => group.dishes.map((dish) => sums.counts[dish.code] || 0));
    return {
      n: /** @type {number[]} */ ([]).concat(...counts),
      c: counts.map((group) => group.reduce((sum, count) => sum + count, 0)),
      count: sums.total_count,
      sum: yuan(sums.total_fen),
      lines: /** @type {ReturnType<typeof rows> | null} */ (null),
    };
  },
  data: {
    active: 0,
    into: '',
    rail: '',
    dish: /** @type {import('kaipu/types').Card | null} */ (null),
    groups: /** @type {ReturnType<typeof choosing.drawn>['groups']} */ ([]),
    price: '',
    quantity: 1,
  },
  methods: {
    search() {
      openPage('@search');
    },
    go(event) {
      show(this, Number(event.currentTarget.dataset.index));
    },
    scrolled(event) {
      const { groups } = this.data.view;
      if (Date.now() < (this.gliding_until_ms || 0) || !groups.length) return;
      const last = groups[groups.length - 1];
      const all_rpx = last.top_rpx + HEAD_RPX + ROW_RPX * last.dishes.length + FOOT_RPX;
      const at_rpx = (event.detail.scrollTop / event.detail.scrollHeight) * all_rpx + NEAR_RPX;
      const active = groups.filter((group) => group.top_rpx <= at_rpx).length - 1;
      if (active !== this.data.active && active >= 0) this.setData({ active, into: '', rail: 'kp-r' + active });
    },
    step(event) {
      const { dish, more } = event.currentTarget.dataset;
      cart.add(dish, [], Number(more));
    },
    look(event) {
      const dish = /** @type {Dish} */ (store.dish(event.currentTarget.dataset.dish));
      this.choices = choosing.start(dish);
      this.setData({ dish: card(dish, store.shop()), ...choosing.drawn(dish, this.choices, 1) });
    },
    choose(event) {
      const dish = looked(this);
      if (!dish || event.currentTarget.dataset.off) return;
      this.choices = choosing.toggle(dish, this.choices, event.currentTarget.dataset.choice);
      this.setData(choosing.drawn(dish, this.choices, this.data.quantity));
    },
    more(event) {
      const dish = looked(this);
      const quantity = this.data.quantity + Number(event.currentTarget.dataset.more);
      if (dish && quantity > 0) this.setData(choosing.drawn(dish, this.choices, quantity));
    },
    put() {
      const dish = looked(this);
      if (!dish || card(dish, store.shop()).sold_out) return;
      if (cart.add(dish.code, this.choices, this.data.quantity)) this.setData({ dish: null });
    },
    close() {
      this.setData({ dish: null, lines: null });
    },
    basket() {
      if (this.data.lines || !cart.lines().length) this.setData({ lines: null });
      else this.setData({ lines: rows() });
    },
    change(event) {
      const { index, more } = event.currentTarget.dataset;
      const { dish, choices } = /** @type {any} */ (this.data.lines)[index];
      cart.add(dish, choices, Number(more));
    },
    clear() {
      cart.filter(() => false);
    },
    checkout() {
      if (this.data.count && this.data.view.open) openPage('@checkout');
    },
  },
  onCart(change) {
    /** @type {Record<string, unknown>} */
    const changes = { count: change.total_count, sum: yuan(change.total_fen) };
    this.data.view.groups.forEach((group, index) => {
      const row = group.dishes.find((dish) => dish.code === change.dish);
      if (!row) return;
      changes['n[' + row.at + ']'] = change.count;
      changes['c[' + index + ']'] = this.data.c[index] + change.count - this.data.n[row.at];
    });
    if (this.data.lines) changes.lines = cart.lines().length ? rows() : null;
    this.setData(changes);
  },
  onCategory(category) {
    show(
      this,
      this.data.view.groups.findIndex((group) => group.code === category),
    );
  },
});
