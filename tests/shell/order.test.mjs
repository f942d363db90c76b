/** An order on its way: pays at once when it was just placed, follows the server politely, counts down, can be cancelled. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { NOON, order, shopApi } from './shop.mjs';
import { createWorld } from './world.mjs';

const TOKEN = { 'token:noodle': 'token-1' };

async function opened(t, given = order(), begin = false, language = 'zh') {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'], now: NOON });
  const api = shopApi();
  api.orders.push(given);
  const world = createWorld({ api, storage: { ...TOKEN }, language });
  if (begin) world.require('kaipu/orders/payment').begin(given.id);
  const page = await world.open('order', { id: given.id });
  const pass = async (seconds) => {
    for (let second = 0; second < seconds; second++) {
      t.mock.timers.tick(1000);
      await world.settle();
    }
  };
  const asked = () => world.requests.filter(({ url }) => url.endsWith('/orders/o1')).length;
  return { world, page, api, pass, asked };
}

test('just placed: pays at once, and comes back to this page', async (t) => {
  const { world } = await opened(t, order(), true);
  const pay = world.requests.find(({ url }) => url.endsWith('/pay'));
  assert.deepEqual(pay.body, { way: 'h5', return_url: 'https://shop.example/pages/order/order?id=o1' });
  assert.deepEqual(world.payments, [{ way: 'h5', url: 'https://pay.example/1' }]);
});

test('come back to later: does not pay by itself', async (t) => {
  const { world, page } = await opened(t);
  assert.deepEqual(world.payments, []);
  assert.equal(page.data.order.unpaid, true);
});

test('follows the server until there is nothing more to wait for', async (t) => {
  const { page, api, pass, asked } = await opened(t);
  api.orders[0] = order({ state: 'paid', timeline: [{ state: 'paid', at: '2025-11-25T04:01:00Z' }] });
  await pass(5);
  assert.equal(page.data.order.state, '已付款');
  assert.deepEqual(page.data.order.steps.map(({ done, now, at }) => [done, now, at]), [[true, true, '12:01'], [false, false, ''], [false, false, ''], [false, false, '']]);
  api.orders[0] = order({ state: 'done' });
  await pass(20);
  assert.equal(page.data.order.state, '已完成');
  const last = asked();
  await pass(60);
  assert.equal(asked(), last);
});

test('asks less and less often, at most every 15 seconds; not when nobody looks', async (t) => {
  const { page, pass, asked } = await opened(t, order({ state: 'making' }));
  await pass(10);
  const early = asked();
  await pass(120);
  const before = asked();
  await pass(60);
  assert.ok(early >= 3 && asked() - before >= 3 && asked() - before <= 5, `${early} then ${asked() - before} a minute`);
  page.definition.hide.call(page);
  await pass(30);
  const hidden = asked();
  await pass(60);
  assert.equal(asked(), hidden);
});

test('counts down to the end of the time to pay, with setData of a few bytes', async (t) => {
  const { page, pass } = await opened(t);
  assert.equal(page.data.left, '15:00');
  page.sets.length = 0;
  await pass(2);
  assert.deepEqual(page.sets, [{ left: '14:59' }, { left: '14:58' }]);
});

test('the words for what is ready depend on who carries it', async (t) => {
  const { page } = await opened(t, order({ state: 'ready', kind: 'pickup', table: null, pickup_at: '2025-11-25T04:30:00Z' }));
  assert.deepEqual([page.data.order.story, page.data.order.place, page.data.order.pickup_at], ['可以来取了，请报取餐号', '到店自取', '12:30']);
});

test('its question has words that fit on a button, in English too', async (t) => {
  const { world, page, api } = await opened(t, order(), false, 'en');
  page.tap('cancel');
  await world.settle();
  assert.equal(api.orders[0].state, 'cancelled');
});

test('cancels after asking; not when the answer is no', async (t) => {
  const { world, page, api } = await opened(t);
  world.answer = false;
  page.tap('cancel');
  await world.settle();
  assert.equal(api.orders[0].state, 'unpaid');
  world.answer = true;
  page.tap('cancel');
  await world.settle();
  assert.equal(page.data.order.state, '已取消');
});

test('a payment that could not begin says why and can be tried again', async (t) => {
  const { world, page, api } = await opened(t);
  world.api = (request) => (request.path.endsWith('/pay') ? [409, { code: 'expired', message: '订单过期了' }] : api(request));
  page.tap('pay');
  await world.settle();
  assert.deepEqual([page.data.failed, page.data.paying], ['订单过期了', false]);
});

test('an order that is not there: the server’s sentence and a way to try again', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'], now: NOON });
  const world = createWorld({ api: shopApi(), storage: { ...TOKEN } });
  const page = await world.open('order', { id: 'nobody' });
  assert.deepEqual([page.data.order, page.data.failed], [null, '没有这个订单']);
  page.tap('retry');
  await world.settle();
  assert.equal(world.requests.filter(({ url }) => url.endsWith('/orders/nobody')).length, 2);
});
