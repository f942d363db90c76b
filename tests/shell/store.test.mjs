/** What is on screen: first from the package, then what was fetched last, then what is live. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalog, definition, release, shopApi } from './shop.mjs';
import { createWorld } from './world.mjs';

const newer = () => ({ ...release(), sha256: 'b'.repeat(64), definition: { ...definition(), name: '老王面馆·新' } });

test('first what the package was built from, with no request', () => {
  const world = createWorld();
  assert.equal(world.require('kaipu/store').content().sha256, release().sha256);
  assert.equal(world.requests.length, 0);
});

test('a newer release takes its place and everyone is told', async () => {
  const world = createWorld({ api: shopApi(newer()) });
  const store = world.require('kaipu/store');
  let told = 0;
  store.on(() => told++);
  await store.refresh();
  assert.equal(store.content().definition.name, '老王面馆·新');
  assert.equal(told, 1);
});

test('a table that was chosen meanwhile is told to whoever comes back', () => {
  const world = createWorld();
  const store = world.require('kaipu/store');
  let told = 0;
  store.on(() => told++);
  store.tick();
  assert.equal(told, 0);
  world.require('kaipu/orders/table').remember('6');
  store.tick();
  store.tick();
  assert.equal(told, 1);
});

test('nothing is told when what is live is what is there', async () => {
  const world = createWorld({ api: ({ path }) => (path === 'live' ? [200, { number: 1, ...release() }] : [200, catalog()]) });
  const store = world.require('kaipu/store');
  let told = 0;
  store.on(() => told++);
  await store.refresh();
  assert.equal(told, 0);
});

test('the tags of what it has go with the next question; 304 changes nothing', async () => {
  const world = createWorld({ api: shopApi(newer()) });
  const store = world.require('kaipu/store');
  await store.refresh();
  world.api = () => [304];
  await store.refresh(true);
  const tags = world.requests.slice(2).map(({ headers }) => headers['If-None-Match']);
  assert.deepEqual(tags, ['l1', 'c1']);
  assert.equal(store.content().definition.name, '老王面馆·新');
});

test('asks at most every 15 seconds, unless it must', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const world = createWorld({ api: shopApi() });
  const store = world.require('kaipu/store');
  await store.refresh();
  t.mock.timers.tick(14_000);
  await store.refresh();
  assert.equal(world.requests.length, 2);
  await store.refresh(true);
  assert.equal(world.requests.length, 4);
  t.mock.timers.tick(16_000);
  await store.refresh();
  assert.equal(world.requests.length, 6);
});

test('two who ask at once ask once', async () => {
  const world = createWorld({ api: shopApi() });
  const store = world.require('kaipu/store');
  await Promise.all([store.refresh(), store.refresh(true)]);
  assert.equal(world.requests.length, 2);
});

test('the next start shows what was fetched last; a new package begins anew', async () => {
  const world = createWorld({ api: shopApi(newer()) });
  await world.require('kaipu/store').refresh();
  assert.equal(createWorld({ storage: world.storage }).require('kaipu/store').content().definition.name, '老王面馆·新');
  const rebuilt = createWorld({ storage: world.storage, release: { ...release(), sha256: 'c'.repeat(64) } });
  assert.equal(rebuilt.require('kaipu/store').content().sha256, 'c'.repeat(64));
});

test('without a network what is on screen stays', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const world = createWorld();
  const store = world.require('kaipu/store');
  const asked = store.refresh();
  for (let round = 0; round < 5; round++) {
    await world.settle();
    t.mock.timers.tick(5000);
  }
  await asked;
  assert.equal(store.content().sha256, release().sha256);
});

test('tells again after a minute, so that "open now" is true', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const store = createWorld().require('kaipu/store');
  let told = 0;
  store.on(() => told++);
  store.tick();
  t.mock.timers.tick(61_000);
  store.tick();
  store.tick();
  assert.equal(told, 1);
});

test('knows where pictures are', () => {
  const world = createWorld();
  const { address } = world.require('kaipu/goods/pictures');
  const shop = world.require('kaipu/store').shop();
  assert.equal(address('picture:a.webp', shop), 'https://shop.example/pictures/a.webp');
  assert.equal(address('/media/noodle/a.webp', shop), 'https://shop.example/media/noodle/a.webp');
  assert.equal(address('https://elsewhere.example/a.png', shop), 'https://elsewhere.example/a.png');
  assert.equal(address('', shop), '');
});
