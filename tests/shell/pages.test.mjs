/** What all pages have in common, and the small ones: drawing a definition, orders, cart, dish, search, shop. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { NOON, catalog, definition, order, release, shopApi } from './shop.mjs';
import { createWorld } from './world.mjs';

function noon(t, options) {
  t.mock.timers.enable({ apis: ['Date'], now: NOON });
  return createWorld({ api: shopApi(), ...options });
}

test('a page draws its nodes that are not hidden; its route says which page it is', async (t) => {
  const world = noon(t);
  const page = await world.open('page', {}, 'pages/home/home');
  assert.deepEqual(page.data.nodes, [{ id: 'n_title', block: 'title', props: { text: '你好' } }]);
  assert.deepEqual(world.titles, ['老王面馆']);
});

test('any other page is named in the address', async (t) => {
  const world = noon(t);
  const page = await world.open('page', { page: 'about' }, 'pages/page/page');
  assert.deepEqual([page.data.nodes, page.data.drawn, world.titles], [[], true, ['关于']]);
  assert.deepEqual(page.definition.share.call(page), { title: '老王面馆 · 关于', path: 'pages/page/page?page=about' });
});

test('a newer release is drawn on the open page, theme and all', async (t) => {
  const next = { ...release(), sha256: 'b'.repeat(64), definition: definition() };
  next.definition.nodes.n_title.props = { text: '改好了' };
  next.definition.theme.primary = '#006400';
  const world = noon(t, { api: shopApi(next) });
  const page = await world.open('page', {}, 'pages/home/home');
  assert.deepEqual(page.data.nodes[0].props, { text: '改好了' });
  assert.match(page.data.theme, /--kp-primary:#006400/);
});

test('the same content is not sent to the screen twice', async (t) => {
  const world = noon(t);
  const page = await world.open('page', {}, 'pages/home/home');
  page.sets.length = 0;
  await page.definition.pullDown.call(page);
  assert.deepEqual(page.sets, []);
});

test('offline says so, and online asks again', async (t) => {
  const world = noon(t);
  const page = await world.open('page', {}, 'pages/home/home');
  world.online(false);
  assert.equal(page.data.offline, true);
  const before = world.requests.length;
  world.online(true);
  await world.settle();
  assert.equal(page.data.offline, false);
  assert.ok(world.requests.length > before);
});

test('a page that lies below does not write over the title of the one on screen', async (t) => {
  const world = noon(t);
  const page = await world.open('page', {}, 'pages/menu/menu');
  page.definition.hide.call(page);
  const before = world.titles.length;
  const next = world.release.definition;
  world.api = ({ path }) => (path === 'live' ? [200, { definition: { ...next, pages: { ...next.pages, menu: { ...next.pages.menu, title: '菜单' } } }, shop: world.release.shop }] : [304]);
  await world.require('kaipu/store').refresh(true);
  assert.deepEqual(world.titles.slice(before), []);
  page.definition.show.call(page);
  assert.deepEqual(world.titles.slice(before), ['菜单']);
});

test('what is in the cart stands on the tab of the menu', async (t) => {
  const world = noon(t);
  await world.open('page', {}, 'pages/home/home');
  world.require('kaipu/cart').add('cucumber', [], 2);
  assert.deepEqual(world.badges.at(-1), [1, '2']);
});

test('orders: the list kept from last time, then the live one', async (t) => {
  const api = shopApi();
  api.orders.push(order({ state: 'making' }));
  const world = noon(t, { api, storage: { 'token:noodle': 'token-1', 'orders:noodle': [order({ id: 'old', state: 'done' })] } });
  const opening = world.open('orders');
  assert.deepEqual(world.storage['orders:noodle'].map(({ id }) => id), ['old']);
  const page = await opening;
  assert.deepEqual(page.data.orders.map(({ state, live, place, count, names }) => [state, live, place, count, names]), [['制作中', true, '6 号桌', '共 2 份', '阳春面']]);
  assert.deepEqual(world.storage['orders:noodle'].map(({ id }) => id), ['o1']);
});

test('orders: none, and a refusal', async (t) => {
  const world = noon(t);
  assert.deepEqual((await world.open('orders')).data.orders, []);
  const refused = createWorld({ api: () => [403, { code: 'no', message: '不行' }] });
  assert.equal((await refused.open('orders')).data.failed, '不行');
});

test('cart: follows, leads on, and is emptied only after a yes', async (t) => {
  const world = noon(t);
  const cart = world.require('kaipu/cart');
  cart.add('cucumber', [], 1);
  const page = await world.open('cart');
  page.tap('step', { index: 0, more: '1' });
  assert.deepEqual([page.data.count, page.data.sum], [2, '17']);
  page.tap('checkout');
  assert.deepEqual(world.places, [['navigate', 'pages/checkout/checkout', undefined]]);
  world.answer = false;
  await page.tap('clear');
  assert.equal(cart.lines().length, 1);
  world.answer = true;
  await page.tap('clear');
  await world.settle();
  assert.deepEqual(page.data.lines, []);
});

test('dish: choices, quantity, price, and into the cart', async (t) => {
  const world = noon(t);
  const page = await world.open('dish', { dish: 'beef_noodles' });
  assert.equal(world.titles.at(-1), '红烧牛肉面');
  page.tap('choose', { choice: 'size:large' });
  page.tap('step', { more: '1' });
  assert.equal(page.data.price, '56');
  page.tap('put');
  assert.deepEqual([page.data.quantity, page.data.count, world.toasts], [1, 2, ['已加入购物车']]);
  assert.deepEqual(page.definition.share.call(page), { title: '红烧牛肉面 ¥20', path: 'pages/dish/dish?dish=beef_noodles', picture: 'https://shop.example/pictures/beef_noodles.webp' });
});

test('dish: a choice that sells out while it is looked at is chosen no more', async (t) => {
  const world = noon(t);
  const page = await world.open('dish', { dish: 'beef_noodles' });
  page.tap('choose', { choice: 'size:large' });
  const next = { ...catalog(), revision: 'r2' };
  next.dishes[0].options[0].choices[1].sold_out = true;
  world.api = ({ path }) => (path === 'catalog' ? [200, next] : [304]);
  await world.require('kaipu/store').refresh(true);
  assert.deepEqual(page.data.groups[0].choices.map(({ on, off }) => [on, off]), [[true, false], [false, true]]);
});

test('dish: one that is no more says so', async (t) => {
  const page = await noon(t).open('dish', { dish: 'unicorn' });
  assert.deepEqual([page.data.missing, page.data.dish], [true, null]);
});

test('search: by name, description, tag and category; first what the shop is proud of', async (t) => {
  const page = await noon(t).open('search');
  const codes = () => page.data.dishes.map(({ code }) => code);
  assert.deepEqual(codes(), ['beef_noodles']);
  for (const [text, found] of [['黄瓜', ['cucumber']], ['慢炖', ['beef_noodles']], ['小菜', ['cucumber']], [' 招牌 ', ['beef_noodles']], ['披萨', []]]) {
    page.tap('write', {}, { value: text });
    assert.deepEqual(codes(), found, text);
  }
});

test('search: what is put into the cart there is one number on the screen', async (t) => {
  const page = await noon(t).open('search', { q: '黄瓜' });
  page.sets.length = 0;
  page.tap('step', { dish: 'cucumber', more: '1' });
  assert.deepEqual(page.sets, [{ 'n[0]': 1 }]);
});

test('shop: what it says about itself', async (t) => {
  const { data } = await noon(t).open('shop');
  assert.deepEqual([data.name, data.text, data.phones, data.map], ['老王面馆', '营业中 · 至 14:00', ['0571-86002218'], true]);
});
