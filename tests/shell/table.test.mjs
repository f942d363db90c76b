/** The table that a code led to: remembered for a meal, never one that the shop does not have. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { shop, shopApi } from './shop.mjs';
import { createWorld } from './world.mjs';

test('remembered over restarts, for some hours', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const world = createWorld();
  world.require('kaipu/orders/table').remember('6');
  const again = createWorld({ storage: world.storage }).require('kaipu/orders/table');
  t.mock.timers.tick(3 * 3600_000);
  assert.equal(again.current(shop()), '6');
  t.mock.timers.tick(2 * 3600_000);
  assert.equal(again.current(shop()), '');
});

test('no table, and a table that is not in the shop', () => {
  const table = createWorld().require('kaipu/orders/table');
  table.remember(undefined);
  assert.equal(table.current(shop()), '');
  table.remember('99');
  assert.equal(table.current(shop()), '');
});

test('any page remembers the table of its address', async () => {
  const world = createWorld({ api: shopApi() });
  await world.open('shop', { table: '6' });
  assert.equal(world.require('kaipu/store').shop().table, '6');
});
