/** Placing an order: the table or the time, what is sent, and what happens to the answer. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { NOON, catalog, release, shop, shopApi } from './shop.mjs';
import { createWorld } from './world.mjs';

async function checkout(t, { query = {}, now = NOON, api = shopApi(), lines = [['plain_noodles', [], 2], ['cucumber', [], 1]], ...options } = {}) {
  t.mock.timers.enable({ apis: ['Date'], now });
  const world = createWorld({ api, ...options });
  lines.forEach((line) => world.require('kaipu/cart').add(...line));
  const page = await world.open('checkout', query);
  const submit = async () => {
    page.tap('submit');
    await world.settle();
  };
  const sent = () => world.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/orders')).map(({ body }) => body);
  return { world, page, submit, sent };
}

test('at the table of the code: sent as it is, the cart emptied, on to the order', async (t) => {
  const { world, page, submit, sent } = await checkout(t, { query: { table: '6' } });
  assert.deepEqual([page.data.table, page.data.picking, page.data.total], ['6', false, '24.5']);
  page.tap('write', { field: 'note' }, { value: ' 不要葱 ' });
  page.tap('write', { field: 'phone' }, { value: '13800571218' });
  await submit();
  assert.deepEqual(sent(), [
    {
      kind: 'table', table: '6',
      lines: [{ dish: 'plain_noodles', quantity: 2, choices: [] }, { dish: 'cucumber', quantity: 1, choices: [] }],
      note: '不要葱', pickup_at: null, phone: '13800571218', expected_total_fen: 2450,
    },
  ]);
  assert.deepEqual(world.places, [['replace', 'pages/order/order', { id: 'o1' }]]);
  assert.deepEqual(world.require('kaipu/cart').lines(), []);
});

test('without a code the table is picked, and nothing is sent before', async (t) => {
  const { page, submit, sent } = await checkout(t);
  await submit();
  assert.deepEqual([page.data.problem, sent()], ['您坐在哪桌？', []]);
  page.tap('pick', { table: '1' });
  assert.deepEqual([page.data.picking, page.data.problem], [false, '']);
  await submit();
  assert.equal(sent()[0].table, '1');
});

test('to be picked up: a time, and a box for each dish that needs one', async (t) => {
  const { page, submit, sent } = await checkout(t);
  page.tap('pick', { kind: 'pickup' });
  assert.deepEqual([page.data.packing, page.data.total], ['4', '28.5']);
  page.tap('pick', { slot: page.data.slots[1].at });
  await submit();
  assert.deepEqual([sent()[0].kind, sent()[0].table, sent()[0].pickup_at, sent()[0].expected_total_fen], ['pickup', null, '2025-11-25T04:30:00.000Z', 2850]);
});

test('a shop that only packs asks for no table', async (t) => {
  const { page } = await checkout(t, { release: { ...release(), shop: { ...shop(), order_kinds: ['pickup'] } } });
  assert.deepEqual([page.data.kind, page.data.kinds.length], ['pickup', 1]);
});

test('refused: the server’s sentence, the cart kept, the menu asked anew', async (t) => {
  const good = shopApi();
  const api = (request) => (request.path === 'orders' ? [409, { code: 'sold_out', message: '拍黄瓜刚卖完' }] : good(request));
  const { world, page, submit } = await checkout(t, { query: { table: '6' }, api });
  const before = world.requests.length;
  await submit();
  assert.deepEqual([page.data.problem, page.data.sending], ['拍黄瓜刚卖完', false]);
  assert.equal(world.require('kaipu/cart').lines().length, 2);
  assert.ok(world.requests.slice(before).some(({ url }) => url.endsWith('/catalog')));
});

test('two taps place one order', async (t) => {
  const { page, submit, sent } = await checkout(t, { query: { table: '6' } });
  page.tap('submit');
  await submit();
  assert.equal(sent().length, 1);
});

test('closed: nothing is sent, and the button says when', async (t) => {
  const closed = { ...release(), shop: { ...shop(), opening: 'closed', closed_note: '今天休息' } };
  const { page, submit, sent } = await checkout(t, { query: { table: '6' }, api: shopApi(closed) });
  await submit();
  assert.deepEqual([sent(), page.data.status], [[], '今天休息']);
});

test('what sold out meanwhile is left out, and says so', async (t) => {
  const { world, page, submit, sent } = await checkout(t, { query: { table: '6' } });
  const next = catalog();
  next.dishes[4].sold_out = true;
  world.api = ({ path }) => (path === 'catalog' ? [200, next] : shopApi()({ path, headers: {} }));
  await world.require('kaipu/store').refresh(true);
  assert.deepEqual([page.data.left_out, page.data.total, page.data.lines.length], ['有 1 样点不了，没算在内', '16', 1]);
  world.api = shopApi();
  await submit();
  assert.deepEqual(sent()[0].lines.map(({ dish }) => dish), ['plain_noodles']);
});

test('with nothing to order it leads to the cart', async (t) => {
  const { world } = await checkout(t, { lines: [] });
  assert.deepEqual(world.places, [['replace', 'pages/cart/cart', undefined]]);
});

test('before opening: begins with picking up, and a table has to wait', async (t) => {
  const { page, submit, sent } = await checkout(t, { query: { table: '6' }, now: NOON + 3 * 3600_000 });
  assert.deepEqual([page.data.kind, page.data.ready, page.data.slots[0].label], ['pickup', true, '16:45']);
  page.tap('pick', { kind: 'table' });
  await submit();
  assert.deepEqual([page.data.ready, sent()], [false, []]);
  page.tap('pick', { kind: 'pickup' });
  await submit();
  assert.equal(sent().length, 1);
});
