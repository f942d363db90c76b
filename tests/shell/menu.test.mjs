/** The menu's budget: one thing into the cart is one setData of at most 60 bytes. And what its taps do. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { NOON, catalog, release, shop } from './shop.mjs';
import { bytesOf, createWorld } from './world.mjs';

function menu(t, options) {
  t.mock.timers.enable({ apis: ['Date'], now: NOON });
  const world = createWorld(options);
  const block = world.place('order_menu');
  block.sets.length = 0;
  return { world, block, cart: world.require('kaipu/cart') };
}

test('one thing into the cart is one setData of at most 60 bytes', (t) => {
  const { block } = menu(t);
  block.tap('step', { dish: 'cucumber', more: '1' });
  assert.deepEqual(block.sets, [{ 'n[4]': 1, 'c[1]': 1, count: 1, sum: '8.5' }]);
  assert.ok(bytesOf(block.sets[0]) <= 60, `${bytesOf(block.sets[0])} bytes`);
});

test('within the budget also far down a long menu, with a full cart', (t) => {
  const many = { ...catalog(), dishes: Array.from({ length: 300 }, (_, index) => ({ ...catalog().dishes[1], code: `dish_with_a_rather_long_code_${index}`, price_fen: 9850 })) };
  const { block, cart } = menu(t, { release: { ...release(), catalog: many } });
  for (let count = 0; count < 90; count++) cart.add('dish_with_a_rather_long_code_299', [], 1);
  assert.equal(block.sets.length, 90);
  assert.ok(block.sets.every((changes) => bytesOf(changes) <= 60), `${bytesOf(block.sets.at(-1))} bytes`);
});

test('a goods list changes one number', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: NOON });
  const world = createWorld();
  const block = world.place('goods_list', { dishes: ['plain_noodles', 'cucumber'] });
  block.sets.length = 0;
  block.tap('add', { dish: 'cucumber', more: '1' });
  assert.deepEqual(block.sets, [{ 'n[1]': 1 }]);
});

test('a dish with options opens the sheet, chosen as far as need be, with the running price', (t) => {
  const { block, cart } = menu(t);
  block.tap('look', { dish: 'beef_noodles' });
  assert.equal(block.data.price, '20');
  block.tap('choose', { choice: 'size:large' });
  block.tap('choose', { choice: 'topping:egg' });
  block.tap('choose', { choice: 'spice:mild', off: true });
  block.tap('more', { more: '1' });
  assert.equal(block.data.price, '61');
  block.tap('put');
  assert.equal(block.data.dish, null);
  assert.deepEqual(cart.lines().map(({ choices, quantity }) => [choices, quantity]), [[['spice:none', 'size:large', 'topping:egg'], 2]]);
});

test('what is sold out can be looked at and not be put into the cart', (t) => {
  const { block, cart } = menu(t);
  block.tap('look', { dish: 'kidney_noodles' });
  block.tap('put');
  assert.deepEqual(cart.lines(), []);
});

test('the sheet goes when its dish leaves the menu', async (t) => {
  const { world, block } = menu(t);
  block.tap('look', { dish: 'cucumber' });
  const without = { ...catalog(), revision: 'r2', dishes: catalog().dishes.slice(0, 4) };
  world.api = ({ path }) => (path === 'catalog' ? [200, without] : [304]);
  await world.require('kaipu/store').refresh(true);
  block.tap('more', { more: '1' });
  assert.equal(block.data.dish, null);
});

test('the category looked at follows the scrolling, and a tap scrolls to one', (t) => {
  const { block } = menu(t);
  const scroll = (top_rpx) => block.tap('scrolled', {}, { scrollTop: top_rpx / 2, scrollHeight: (80 * 2 + 244 * 5 + 300) / 2 });
  scroll(900);
  assert.deepEqual(block.sets, []);
  scroll(1050);
  assert.deepEqual(block.sets, [{ active: 1, into: '', rail: 'kp-r1' }]);
  block.tap('go', { index: 0 });
  assert.deepEqual([block.data.active, block.data.into], [0, 'kp-g0']);
  scroll(1050);
  assert.equal(block.data.active, 0, 'gliding past a category does not choose it');
  t.mock.timers.tick(1000);
  scroll(1050);
  assert.equal(block.data.active, 1);
});

test('a link to a category shows it', (t) => {
  const { world, block } = menu(t);
  world.require('kaipu/links').open({ kind: 'category', category: 'sides' });
  assert.equal(block.data.into, 'kp-g1');
});

test('the cart’s sheet: opens with something in it, follows, and closes when emptied', (t) => {
  const { block, cart } = menu(t);
  block.tap('basket');
  assert.equal(block.data.lines, null);
  cart.add('cucumber', [], 1);
  block.tap('basket');
  block.tap('change', { index: 0, more: '1' });
  assert.deepEqual(block.data.lines.map(({ quantity, price }) => [quantity, price]), [[2, '17']]);
  block.tap('clear');
  assert.deepEqual([block.data.lines, block.data.count, block.data.n[4]], [null, 0, 0]);
});

test('check out: with something in the cart, while open', (t) => {
  const { world, block, cart } = menu(t);
  block.tap('checkout');
  assert.deepEqual(world.places, []);
  cart.add('cucumber', [], 1);
  block.tap('checkout');
  assert.deepEqual(world.places, [['navigate', 'pages/checkout/checkout', undefined]]);
});

test('closed: says when it opens, and does not check out', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: NOON + 3 * 3600_000 });
  const world = createWorld({ release: { ...release(), shop: { ...shop(), order_kinds: ['table'] } } });
  const block = world.place('order_menu');
  world.require('kaipu/cart').add('cucumber', [], 1);
  block.tap('checkout');
  assert.equal(block.data.view.status, '休息中 · 16:30 开门');
  assert.deepEqual(world.places, []);
});

test('closed, but packing for later: checks out', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: NOON + 3 * 3600_000 });
  const world = createWorld({ storage: { 'table:noodle': { table: '6', at_ms: NOON } } });
  const block = world.place('order_menu');
  assert.deepEqual([block.data.view.open, block.data.view.place], [true, '休息中 · 16:30 开门']);
});
