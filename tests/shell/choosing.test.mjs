/** Choices of options: what they start as, what a tap does, what they cost. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { catalog } from './shop.mjs';
import { createWorld } from './world.mjs';

const { start, sum, toggle, drawn } = createWorld().require('kaipu/goods/choosing');
const beef = catalog().dishes[0];

test('starts with the first choice that can be had of each option that needs one', () => {
  assert.deepEqual(start(beef), ['size:small', 'spice:none']);
});

test('a tap on one of `one` takes the place of the other', () => {
  assert.deepEqual(toggle(beef, ['size:small', 'spice:none'], 'size:large'), ['spice:none', 'size:large']);
});

test('a tap on one of `many` adds it, another takes it back, and there are never more than allowed', () => {
  const two = ['topping:egg', 'topping:beef'].reduce((choices, one) => toggle(beef, choices, one), start(beef));
  assert.deepEqual(two.slice(2), ['topping:egg', 'topping:beef']);
  assert.equal(toggle(beef, two, 'topping:greens'), two);
  assert.deepEqual(toggle(beef, two, 'topping:egg').slice(2), ['topping:beef']);
});

test('the price of one, the choices by name in the menu’s order', () => {
  assert.deepEqual(sum(beef, ['topping:egg', 'spice:none', 'size:large']), { unit_price_fen: 3050, options: '大 · 不辣 · 卤蛋', fine: true });
});

for (const [name, choices] of [
  ['a needed choice is missing', ['size:small']],
  ['two of one', ['size:small', 'size:large', 'spice:none']],
  ['too many', ['size:small', 'spice:none', 'topping:egg', 'topping:beef', 'topping:greens']],
  ['a choice that is sold out', ['size:small', 'spice:mild']],
  ['a choice that is no more', ['size:small', 'spice:none', 'topping:gold']],
]) {
  test(`cannot be ordered: ${name}`, () => assert.equal(sum(beef, choices).fine, false));
}

test('drawn: what is on, what cannot be had, what it adds, and the running price', () => {
  const { groups, price, quantity } = drawn(beef, ['size:large', 'spice:none'], 2);
  assert.deepEqual([price, quantity], ['56', 2]);
  assert.deepEqual(groups[0].choices[1], { code: 'size:large', name: '大', extra: '8', on: true, off: false });
  assert.equal(groups[1].choices[0].off, true);
  assert.deepEqual(groups.map(({ hint }) => hint), ['', '', '可多选，最多 2 样']);
});
