/** Requests: what is repeated and what is not, sentences for failures, and whether there is a network. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { createWorld } from './world.mjs';

/** Lets the pauses between repeats pass at once. */
async function patient(t, world, promise) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const settled = promise.then((value) => ({ value }), (problem) => ({ problem }));
  for (let round = 0; round < 5; round++) {
    await world.settle();
    t.mock.timers.tick(5000);
  }
  t.mock.timers.reset();
  return settled;
}

const asking = (answers, method = 'GET', headers = {}) => {
  const world = createWorld({ api: () => answers.shift() ?? null });
  return { world, asked: world.require('kaipu/api/client').ask(method, 'live', headers) };
};

test('asks the shop’s API in the reader’s language', async () => {
  const { world, asked } = asking([[200, { fine: true }]]);
  assert.deepEqual((await asked).body, { fine: true });
  assert.equal(world.requests[0].url, 'https://shop.example/api/shop/noodle/live');
  assert.equal(world.requests[0].headers['Accept-Language'], 'zh-CN');
});

test('a read is repeated after silence and after a server’s fault', async (t) => {
  const { world, asked } = asking([null, [503, {}], [200, 'at last']]);
  assert.equal((await patient(t, world, asked)).value.body, 'at last');
  assert.equal(world.requests.length, 3);
});

test('three silences are a failure with a sentence', async (t) => {
  const { world, asked } = asking([]);
  const { problem } = await patient(t, world, asked);
  assert.deepEqual(problem, { status: 0, code: 'offline', message: '网络不通，请看看网络再试' });
  assert.equal(world.requests.length, 3);
});

test('a change without a key is never repeated', async (t) => {
  const { world, asked } = asking([null, [200]], 'POST');
  assert.equal((await patient(t, world, asked)).problem.code, 'offline');
  assert.equal(world.requests.length, 1);
});

test('a change with a key is', async (t) => {
  const { world, asked } = asking([null, [201, {}]], 'POST', { 'Idempotency-Key': 'k' });
  assert.equal((await patient(t, world, asked)).value.status, 201);
});

test('the server’s own sentence is the one to show; without one there is ours', async () => {
  await assert.rejects(asking([[409, { code: 'sold_out', message: '爆鱼面卖完了' }]]).asked, { status: 409, code: 'sold_out', message: '爆鱼面卖完了' });
  await assert.rejects(asking([[404, null]]).asked, { code: 'broken', message: '店里的系统忙，请稍后再试' });
});

test('tells once when the network goes and once when it comes back', async (t) => {
  const answers = [null, null, null, [200, {}], [200, {}]];
  const world = createWorld({ api: () => answers.shift() });
  const client = world.require('kaipu/api/client');
  const told = [];
  client.online.on((online) => told.push(online));
  await patient(t, world, client.ask('GET', 'live', {}));
  assert.equal(client.offline(), true);
  await client.ask('GET', 'live', {});
  await client.ask('GET', 'live', {});
  assert.deepEqual(told, [false, true]);
});
