/**
 * Makes a page of a shell page's script: theme, words, the offline banner, the table a code led to, and drawing again when the
 * shop's content changes.
 */

const platform = require('kaipu/platform');
const store = require('kaipu/store');
const cart = require('kaipu/cart');
const client = require('kaipu/client');
const links = require('kaipu/links');
const table = require('kaipu/table');
const { pick } = require('kaipu/words');
const { style } = require('kaipu/theme');

const shared = pick({
  zh: { offline: '网络断开了，先看看之前的内容', retry: '再试一次', back: '返回' },
  en: { offline: 'You are offline. This is what we had', retry: 'Try again', back: 'Back' },
});

/** What is in the cart, on the tab where it is ordered. */
function badge() {
  const { tabs } = store.content().definition;
  const menu = links.menuPage();
  const at = tabs.findIndex((tab) => tab.page === '@cart');
  const index = at < 0 ? tabs.findIndex((tab) => tab.page === menu) : at;
  const count = cart.summary().total_count;
  if (index >= 0) platform.setTabBadge(index, count ? String(count) : '');
}
cart.on(badge);

/** @type {import('./types').Screen} */
exports.screen = (definition) => {
  /** @param {any} self */
  function draw(self) {
    const { theme } = store.content().definition;
    if (style(theme) !== self.data.theme) self.setData({ theme: style(theme) });
    platform.setTheme(theme);
    if (definition.draw) definition.draw.call(self);
  }

  platform.page({
    data: Object.assign(
      { words: Object.assign({}, shared, pick(definition.words)), theme: style(store.content().definition.theme), offline: client.offline() },
      definition.data,
    ),
    open(query, route) {
      /** @type {any} */
      const self = this;
      table.remember(query.table);
      self.stops = [
        store.on(() => draw(self)),
        client.online.on((online) => {
          self.setData({ offline: !online });
          if (online) self.refresh();
        }),
      ];
      self.refresh = () => Promise.all([store.refresh(true), definition.refresh && definition.refresh.call(self)]);
      if (definition.open) definition.open.call(self, query, route);
      draw(self);
    },
    show() {
      /** @type {any} */
      const self = this;
      if (client.offline() !== self.data.offline) self.setData({ offline: client.offline() });
      badge();
      store.tick();
      store.refresh();
      if (definition.show) definition.show.call(self);
    },
    hide() {
      if (definition.hide) definition.hide.call(/** @type {any} */ (this));
    },
    close() {
      /** @type {any} */ (this).stops.forEach((/** @type {() => void} */ stop) => stop());
      if (definition.close) definition.close.call(/** @type {any} */ (this));
    },
    pullDown() {
      return /** @type {any} */ (this).refresh();
    },
    share() {
      const shared = definition.share && definition.share.call(/** @type {any} */ (this));
      return shared || { title: store.content().definition.name, path: '' };
    },
    methods: Object.assign({ retry: tapRetry, back: () => platform.back() }, definition.methods),
  });
};

/** @this {any} */
function tapRetry() {
  this.refresh();
}
