/** Fen become text without a cent lost or a zero too many. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { createWorld } from './world.mjs';

const { yuan } = createWorld().require('kaipu/money');

test('whole yuan have no point, the rest as many places as needed', () => {
  assert.deepEqual([0, 5, 50, 250, 800, 1005, 2000, 123456].map(yuan), ['0', '0.05', '0.5', '2.5', '8', '10.05', '20', '1234.56']);
});

test('no amount up to a million yuan has more than two places', () => {
  for (let fen = 0; fen <= 100_000_000; fen += 99_991) assert.match(yuan(fen), /^\d+(\.\d{1,2})?$/);
});
