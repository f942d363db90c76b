/**
 * Makes a page of a shell page's script: title, theme, words, the network's banner, the table a code led to, and drawing
 * again when the shop's content changes. Also hands the page what every page works with.
 */

const platform = require('kaipu/platform');
const store = require('kaipu/store');
const cart = require('kaipu/cart');
const client = require('kaipu/api/client');
const links = require('kaipu/links');
const table = require('kaipu/orders/table');
const { pick, fill, shared } = require('kaipu/words');
const { style } = require('kaipu/theme');

const own = pick({
  zh: { offline: '网络断开了，先看看之前的内容', retry: '再试一次' },
  en: { offline: 'Offline. This is what we had', retry: 'Try again' },
});

/** What is in the cart, on the tab where it is ordered. @param {import('./types').CartChange | null} [change] */
function badge(change) {
  const pages = store.content().definition.tabs.map((tab) => tab.page);
  const index = pages.indexOf(pages.includes('@cart') ? '@cart' : links.menuPage());
  const count = (change || cart.summary()).total_count;
  if (index >= 0) platform.setTabBadge(index, count ? String(count) : '');
}
cart.on(badge);

exports.platform = platform;
exports.store = store;
exports.cart = cart;
exports.links = links;
exports.fill = fill;

/** @type {import('./types').Screen} */
exports.screen = (definition) => {
  /** @type {any} */
  const { data, methods, open, show, hide, close, draw, refresh, share, onCart } = definition;
  /** @type {Record<string, string>} */
  const words = { ...shared, ...own, ...pick(definition.words) };

  /**
   * A title goes to the page on screen, so a page that lies below waits until it is shown again.
   * @this {any}
   */
  function entitle() {
    if (methods && methods.title && !this.away) platform.setTitle(methods.title.call(this));
  }

  /** @this {any} */
  function redraw() {
    const { theme } = store.content().definition;
    if (style(theme) !== this.data.theme) this.setData({ theme: style(theme) });
    platform.setTheme(theme);
    if (draw) draw.call(this);
    entitle.call(this);
  }

  platform.page({
    data: { words, theme: style(store.content().definition.theme), offline: client.offline(), ...data },
    /** @this {any} */
    open(query, route) {
      table.remember(query.table);
      this.stops = [store.on(() => redraw.call(this)), client.online.on((online) => this.network(online))];
      if (onCart) this.stops.push(cart.on((change) => onCart.call(this, change)));
      if (words.title) platform.setTitle(words.title);
      if (open) open.call(this, query, route);
      redraw.call(this);
    },
    /** @this {any} */
    show() {
      if (this.away) {
        this.away = false;
        entitle.call(this);
      }
      if (client.offline() !== this.data.offline) this.setData({ offline: client.offline() });
      badge();
      store.tick();
      store.refresh();
      if (show) show.call(this);
    },
    /** @this {any} */
    hide() {
      this.away = true;
      if (hide) hide.call(this);
    },
    /** @this {any} */
    close() {
      this.stops.forEach((/** @type {() => void} */ stop) => stop());
      if (close) close.call(this);
    },
    /** @this {any} */
    pullDown() {
      return this.retry();
    },
    /** @this {any} */
    share() {
      return (share && share.call(this)) || { title: store.content().definition.name, path: '' };
    },
    methods: {
      menu: links.openMenu,
      ...methods,
      ...(draw && { draw }),
      ...(refresh && { refresh }),
      /** @this {any} @param {any} online */
      network(online) {
        this.setData({ offline: !online });
        if (online) this.retry();
      },
      /** @this {any} */
      retry() {
        return Promise.all([store.refresh(true), refresh && refresh.call(this)]);
      },
    },
  });
};
