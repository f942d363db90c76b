/** Where taps lead: only to what the package holds and the shop has. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { definition, release } from './shop.mjs';
import { createWorld } from './world.mjs';

const cases = [
  [{ kind: 'page', page: 'menu' }, ['navigate', 'pages/menu/menu', undefined]],
  [{ kind: 'page', page: 'about' }, ['navigate', 'pages/page/page', { page: 'about' }]],
  [{ kind: 'page', page: '@shop' }, ['navigate', 'pages/shop/shop', undefined]],
  [{ kind: 'dish', dish: 'cucumber' }, ['navigate', 'pages/dish/dish', { dish: 'cucumber' }]],
  [{ kind: 'category', category: 'sides' }, ['navigate', 'pages/menu/menu', undefined]],
  [{ kind: 'page', page: 'gone' }, undefined],
  [{ kind: 'dish', dish: 'gone' }, undefined],
  [{ kind: 'category', category: 'gone' }, undefined],
  [{ kind: 'none' }, undefined],
  [undefined, undefined],
];
for (const [link, place] of cases) {
  test(JSON.stringify(link) ?? 'no link', () => {
    const world = createWorld();
    world.require('kaipu/links').open(link);
    assert.deepEqual(world.places[0], place);
  });
}

test('telephone and map go to the platform', () => {
  const world = createWorld();
  const { open } = world.require('kaipu/links');
  open({ kind: 'call', phone: '0571-86002218' });
  open({ kind: 'map' });
  assert.deepEqual(world.calls, ['0571-86002218']);
  assert.deepEqual(world.maps, [{ name: '老王面馆 人民路店', address: '人民路218号', latitude: 30.27, longitude: 120.16 }]);
});

test('a category without a menu to show it on is searched for', () => {
  const bare = definition();
  bare.pages.menu.nodes = [];
  const world = createWorld({ release: { ...release(), definition: bare } });
  world.require('kaipu/links').open({ kind: 'category', category: 'sides' });
  assert.deepEqual(world.places, [['navigate', 'pages/search/search', { q: '小菜' }]]);
});

test('a category waits for a menu that is not there yet, and is told to one that is', () => {
  const { open, onCategory } = createWorld().require('kaipu/links');
  const told = [];
  open({ kind: 'category', category: 'sides' });
  onCategory((code) => told.push(code));
  open({ kind: 'category', category: 'noodles' });
  onCategory((code) => told.push('again ' + code));
  assert.deepEqual(told, ['sides', 'noodles']);
});
