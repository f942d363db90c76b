/** The shopper's session, and orders that happen once however often they are sent. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { shopApi } from './shop.mjs';
import { createWorld } from './world.mjs';

const BODY = { kind: 'table', table: '6', lines: [], expected_total_fen: 800 };
const keysOf = (world) => world.requests.filter((one) => one.method === 'POST' && one.url.endsWith('/orders')).map((one) => one.headers['Idempotency-Key']);

test('two requests at once ask for one session, with the platform’s code', async () => {
  const world = createWorld({ api: shopApi() });
  const account = world.require('kaipu/api/account');
  await Promise.all([account.get('orders'), account.get('orders')]);
  const sessions = world.requests.filter((one) => one.url.endsWith('/session'));
  assert.equal(sessions.length, 1);
  assert.deepEqual(sessions[0].body, { platform: 'test', code: 'login-code' });
  assert.equal(world.storage['token:noodle'], 'token-1');
});

test('a session that has run out is renewed, once', async () => {
  const world = createWorld({ api: shopApi(), storage: { 'token:noodle': 'old' } });
  assert.deepEqual(await world.require('kaipu/api/account').get('orders'), []);
});

test('a server that refuses every session is not asked for ever', async () => {
  const world = createWorld({ api: ({ path }) => (path === 'session' ? [200, { token: 't' }] : [401, { code: 'no', message: '不行' }]) });
  await assert.rejects(world.require('kaipu/api/account').get('orders'), { status: 401 });
  assert.equal(world.requests.filter((one) => one.url.endsWith('/orders')).length, 2);
});

test('a platform that cannot log in still asks for a session', async () => {
  const world = createWorld({ api: shopApi() });
  world.platform.login = () => Promise.reject(new Error('no'));
  await world.require('kaipu/api/account').get('orders');
  assert.deepEqual(world.requests[0].body, { platform: 'test' });
});

/** Sends the same order until the API has answered all that it was told to. */
async function send(answers, { restart = false, bodies = [BODY, BODY] } = {}) {
  let world = createWorld({ storage: { 'token:noodle': 'token-1' }, api: () => answers.shift() ?? null });
  const keys = [];
  for (const body of bodies) {
    await world.require('kaipu/api/account').postOnce('orders', body).catch(() => undefined);
    keys.push(...keysOf(world));
    world.requests.length = 0;
    if (restart) world = createWorld({ storage: world.storage, api: () => answers.shift() ?? null });
  }
  return keys;
}

test('a key has between 8 and 64 characters and does not come twice', async () => {
  const keys = await send([[201, {}], [201, {}]]);
  for (const key of keys) assert.match(key, /^[\w-]{8,64}$/);
  assert.notEqual(keys[0], keys[1]);
});

test('answered "in progress": the same key again, also after a restart', async () => {
  const [first, second] = await send([[409, { code: 'order_in_progress' }], [201, {}]], { restart: true });
  assert.equal(first, second);
});

test('refused for good: the next try is a new order', async () => {
  const [first, second] = await send([[409, { code: 'sold_out' }], [201, {}]]);
  assert.notEqual(first, second);
});

test('another body is another order', async () => {
  const [first, second] = await send([[409, { code: 'order_in_progress' }], [201, {}]], { bodies: [BODY, { ...BODY, table: '1' }] });
  assert.notEqual(first, second);
});

test('no answer: the repeats and the shopper’s second tap carry the same key, and one order is placed', async (t) => {
  const api = shopApi();
  let lost = 4;
  const world = createWorld({
    storage: { 'token:noodle': 'token-1' },
    api: (request) => {
      const answer = api(request);
      // The server heard it each time; its answers are lost on the way.
      return lost-- > 0 ? null : answer;
    },
  });
  const { postOnce } = world.require('kaipu/api/account');
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const tap = async () => {
    const placed = postOnce('orders', BODY).then(({ id }) => id, ({ code }) => code);
    for (let round = 0; round < 5; round++) {
      await world.settle();
      t.mock.timers.tick(5000);
    }
    return placed;
  };
  assert.equal(await tap(), 'offline');
  assert.equal(await tap(), 'o1');
  assert.equal(api.orders.length, 1);
  assert.equal(new Set(keysOf(world)).size, 1);
  assert.equal(world.storage['once:noodle:orders'], null);
});
