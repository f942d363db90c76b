/** Times to pick something up are always within the hours, never before the kitchen can be ready. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { shop } from './shop.mjs';
import { createWorld } from './world.mjs';

const { slots, takesOrders } = createWorld().require('kaipu/orders/pickup');
const at = (text) => Date.parse(`${text}+08:00`);
const labels = (information, when) => slots({ shop: information, now_ms: at(when) }).map(({ label }) => label);

test('from a quarter of an hour on, to closing, then the evening', () => {
  const found = labels(shop(), '2025-11-25T13:07');
  assert.deepEqual(found.slice(0, 4), ['13:30', '13:45', '14:00', '16:45']);
  assert.equal(found.at(-1), '20:30');
});

test('what is sent is the moment itself', () => {
  assert.equal(slots({ shop: shop(), now_ms: at('2025-11-25T13:07') })[0].at, '2025-11-25T05:30:00.000Z');
});

test('after closing: the next day, and says so', () => {
  const found = labels(shop(), '2025-11-25T21:00');
  assert.equal(found[0], '明天 06:45');
  assert.ok(found.every((label) => label.startsWith('明天')));
});

test('none while the owner has closed; some hours on while kept open', () => {
  assert.deepEqual(labels({ ...shop(), opening: 'closed' }, '2025-11-25T12:00'), []);
  assert.equal(labels({ ...shop(), opening: 'open' }, '2025-11-25T22:00')[0], '22:15');
});

test('none in a shop without hours', () => assert.deepEqual(labels({ ...shop(), hours: [] }, '2025-11-25T12:00'), []));

test('never later than tomorrow', () => {
  const fridays = { ...shop(), hours: [{ days: [5], opens: '09:00', closes: '10:00' }] };
  assert.deepEqual(labels(fridays, '2025-11-25T12:00'), []);
  assert.deepEqual(labels(fridays, '2025-11-27T12:00').slice(0, 2), ['明天 09:15', '明天 09:30']);
});

test('orders are taken while open, and before opening by a shop that packs for later', () => {
  const at_three = at('2025-11-25T15:00');
  assert.equal(takesOrders({ shop: shop(), now_ms: at('2025-11-25T12:00') }), true);
  assert.equal(takesOrders({ shop: shop(), now_ms: at_three }), true);
  assert.equal(takesOrders({ shop: { ...shop(), order_kinds: ['table'] }, now_ms: at_three }), false);
  assert.equal(takesOrders({ shop: { ...shop(), opening: 'closed' }, now_ms: at_three }), false);
});
