/** Runs a template package's own scripts on a host of a few lines: `node template_run.mjs FOLDER`. Prints how much was checked. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(process.argv[2]);
const require = createRequire(path.join(folder, 'app.js'));
let checked = 0;
const same = (one, other) => (assert.deepEqual(one, other), checked++);

const kept = new Map();
const went = [];
const asked = [];
const answers = [];
const pages = {};
let loading = '';
let app;
const go = (kind) => (options) => void went.push([kind, options.url]);
Object.assign(globalThis, {
  App: (given) => (app = given),
  Page: (given) => (pages[loading] = given),
  Component: () => undefined,
  getCurrentPages: () => [],
  wx: new Proxy(
    {
      getExtConfigSync: () => ({
        shop: 'noodle', api: 'https://example.com/api/shop/noodle', pictures: 'https://example.com/p/', tabs: ['start', 'menu', '@orders'],
      }),
      getStorageSync: (key) => kept.get(key),
      setStorageSync: (key, value) => kept.set(key, value),
      getAppBaseInfo: () => ({ language: 'zh_CN' }),
      request(options) {
        asked.push(options.url);
        answers.push(options);
      },
      navigateTo: go('navigate'),
      switchTab: go('tab'),
      redirectTo: go('redirect'),
      reLaunch: go('relaunch'),
    },
    { get: (host, name) => host[name] || (() => undefined) },
  ),
});

const open = (route, query = {}) => {
  loading = route;
  delete require.cache[require.resolve(`./${route}.js`)];
  require(`./${route}.js`);
  const page = { ...pages[route], route, data: { ...pages[route].data }, setData(changes) { Object.assign(this.data, changes); } };
  page.onLoad(query);
  if (page.onShow) page.onShow();
  return page;
};
const later = () => new Promise((resolve) => setTimeout(resolve));

require('./app.js');
app.onLaunch({ query: {} });
app.onShow();
same(asked.sort(), ['https://example.com/api/shop/noodle/catalog', 'https://example.com/api/shop/noodle/live']);

// Nothing is known of the shop: the page waits for what was asked for.
const first = open('pages/tab1/tab1');
same([first.data.drawn, first.data.nodes], [false, []]);

const node = { id: 'n1', block: 'banner', version: 1, props: {} };
const theme = { primary: '#000000', accent: '#000000', background: '#FFFFFF', surface: '#FFFFFF', text: '#000000', radius_px: 0 };
const tabs = ['start', 'menu', '@orders'].map((page) => ({ id: page, page, label: page, icon: 'home' }));
const page = (id, nodes) => ({ id, title: id, nodes });
const definition = { name: '面馆', theme, tabs, page_order: ['start', 'menu', 'about'], nodes: { n1: node }, pages: { start: page('start', ['n1']), menu: page('menu', []), about: page('about', []) } };
const shop = { name: '面馆', branch: '', address: '', phones: [], latitude: null, longitude: null, hours: [], timezone: 'Asia/Shanghai', opening: 'open', closed_note: '', tables: [], table_notes: {}, order_kinds: [], packing_fee_fen: 0, notices: [] };
const bodies = { live: { sha256: 'a'.repeat(64), definition, shop }, catalog: { revision: '1', currency: 'CNY', categories: [], dishes: [] } };
for (const { url, success } of answers.splice(0)) success({ statusCode: 200, data: bodies[url.split('/').pop()], header: { ETag: '"1"' } });
await later();
await later();
same(first.data.nodes, [{ id: 'n1', block: 'banner', props: {} }]);

// Tabs by their numbers, other pages of the definition by the page that draws any, waiting pages where they wait.
const file = (name) => {
  const names = new Set(Object.keys(require.cache));
  const found = [...names].find((one) => require.cache[one].exports && require.cache[one].exports[name]);
  return require.cache[found].exports;
};
const links = file('openPage');
const platform = file('navigate');
for (const [page, way, url] of [
  ['menu', 'tab', '/pages/tab2/tab2'],
  ['@orders', 'tab', '/pages/orders/orders'],
  ['about', 'navigate', '/pages/page/page?page=about'],
  ['@cart', 'navigate', '/pages/cart/cart'],
]) {
  links.openPage(page);
  same(went.pop(), [way, url]);
}
const moved = JSON.parse(readFileSync(path.join(folder, 'moved.js'), 'utf8').replace(/^module\.exports = |;\s*$/g, ''));
const wrapped = Object.keys(require.cache).map((one) => require.cache[one].exports).filter((one) => one && one.navigate).at(-1);
const outer = [platform, wrapped].find((one) => (one.navigate('pages/order/order', { id: '7' }), went.at(-1)[1].includes('more/')));
same(went.pop(), ['navigate', `/${moved['pages/order/order']}?id=7`]);
assert.ok(outer);

// What is shared leads back to the tab by its number.
same(first.onShareAppMessage().path, '/pages/tab1/tab1');

// The next start shows what was kept, before any answer.
Object.keys(require.cache).forEach((name) => delete require.cache[name]);
require('./app.js');
const again = open('pages/tab1/tab1');
same(again.data.nodes, [{ id: 'n1', block: 'banner', props: {} }]);

process.stdout.write(String(checked));
