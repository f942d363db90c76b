/** The cart: kept, priced by the catalogue of the moment, and honest about what cannot be ordered any more. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalog, release } from './shop.mjs';
import { createWorld } from './world.mjs';

const LARGE = ['size:large', 'spice:none'];
const SMALL = ['size:small', 'spice:none'];

function filled(world = createWorld()) {
  const cart = world.require('kaipu/cart');
  cart.add('beef_noodles', LARGE, 1);
  cart.add('beef_noodles', SMALL, 2);
  cart.add('cucumber', [], 1);
  return { world, cart };
}

/** The same device a day later, with another catalogue in the package. */
function later(world, change) {
  const next = { ...release(), catalog: { ...catalog(), revision: 'r2' } };
  change(next.catalog);
  const again = createWorld({ release: next, storage: world.storage });
  return { world: again, cart: again.require('kaipu/cart') };
}

const find = (catalog_, code) => catalog_.dishes.find((dish) => dish.code === code);

test('sums: by dish and altogether', () => {
  const { cart } = filled();
  assert.deepEqual(cart.summary(), { counts: { beef_noodles: 3, cucumber: 1 }, total_count: 4, total_fen: 2800 + 4000 + 850 });
});

test('the same choices in another order are the same line', () => {
  const { cart } = filled();
  cart.add('beef_noodles', [...LARGE].reverse(), 1);
  assert.deepEqual(cart.lines().map(({ quantity }) => quantity), [2, 2, 1]);
});

test('at nothing a line is gone', () => {
  const { cart } = filled();
  cart.add('cucumber', [], -1);
  assert.deepEqual(cart.lines().map(({ dish }) => dish), ['beef_noodles', 'beef_noodles']);
});

test('is there again after a restart', () => {
  const { world, cart } = filled();
  const again = createWorld({ storage: world.storage }).require('kaipu/cart');
  assert.deepEqual(again.lines(), cart.lines());
});

test('tells of the one dish that changed', () => {
  const { cart } = filled();
  const told = [];
  cart.on((change) => told.push(change));
  cart.add('plain_noodles', [], 1);
  const counts = { beef_noodles: 3, cucumber: 1, plain_noodles: 1 };
  assert.deepEqual(told, [{ dish: 'plain_noodles', count: 1, counts, total_count: 5, total_fen: 8450 }]);
  cart.filter(() => false);
  assert.equal(told[1], null);
});

test('never takes more than are left today, over all lines of the dish, and says why', () => {
  const world = createWorld();
  const cart = world.require('kaipu/cart');
  assert.equal(cart.add('fish_noodles', [], 2), true);
  assert.equal(cart.add('fish_noodles', [], 2), false);
  assert.deepEqual(world.toasts, ['最多只能点 3 份']);
  assert.equal(cart.summary().counts.fish_noodles, 2);
});

test('takes nothing that the shop does not have', () => {
  const { cart } = filled();
  assert.equal(cart.add('unicorn', [], 1), false);
});

test('a new price counts at once', () => {
  const { cart } = later(filled().world, (next) => (find(next, 'beef_noodles').price_fen = 2100));
  assert.equal(cart.summary().total_fen, 2900 + 4200 + 850);
});

const problems = [
  ['sold out', (next) => (find(next, 'cucumber').sold_out = true), 'sold_out'],
  ['none left', (next) => (find(next, 'cucumber').remaining = 0), 'sold_out'],
  ['off the menu', (next) => next.dishes.splice(4, 1), 'gone'],
];
for (const [name, change, problem] of problems) {
  test(`${name}: flagged, called by its name, and counts nothing`, () => {
    const { cart } = later(filled().world, change);
    const line = cart.lines()[2];
    assert.deepEqual([line.name, line.problem], ['拍黄瓜', problem]);
    assert.equal(cart.summary().total_fen, 2800 + 4000);
  });
}

test('a choice that is no more: only the line that has it is flagged', () => {
  const { cart } = later(filled().world, (next) => find(next, 'beef_noodles').options[0].choices.pop());
  assert.deepEqual(cart.lines().map(({ problem }) => problem), ['options', '', '']);
});

test('more than are left by now: flagged until some are taken out', () => {
  const world = createWorld();
  world.require('kaipu/cart').add('fish_noodles', [], 3);
  const { cart } = later(world, (next) => (find(next, 'fish_noodles').remaining = 2));
  assert.equal(cart.lines()[0].problem, 'left');
  assert.equal(cart.add('fish_noodles', [], -1), true);
  assert.equal(cart.lines()[0].problem, '');
});

test('what cannot be ordered can be taken out together', () => {
  const { cart } = later(filled().world, (next) => (find(next, 'cucumber').sold_out = true));
  cart.filter((line) => !line.problem);
  assert.equal(cart.lines().length, 2);
});

test('its rows say what is wrong in the reader’s words', () => {
  const { world } = later(filled().world, (next) => (find(next, 'cucumber').sold_out = true));
  const rows = world.require('kaipu/orders/basket').rows();
  assert.deepEqual(rows.map(({ price, problem, options }) => [price, problem, options]), [['28', '', '大 · 不辣'], ['40', '', '小 · 不辣'], ['8.5', '已售罄', '']]);
});
