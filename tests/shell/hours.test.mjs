/** Open or closed, until when, and what the week looks like: on the shop's clock, whatever the device's. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { shop } from './shop.mjs';
import { createWorld } from './world.mjs';

const { status, week, moment } = createWorld().require('kaipu/hours');
const now = (shop, now_ms) => ({ shop, now_ms });
const at = (text) => Date.parse(`${text}+08:00`);
const with_hours = (...hours) => ({ ...shop(), hours });
const all = [1, 2, 3, 4, 5, 6, 7];

const sayings = [
  ['within the hours', shop(), '2025-11-25T12:00', true, '营业中 · 至 14:00'],
  ['the minute it opens', shop(), '2025-11-25T16:30', true, '营业中 · 至 20:30'],
  ['the minute it closes', shop(), '2025-11-25T14:00', false, '休息中 · 16:30 开门'],
  ['at night', shop(), '2025-11-25T22:00', false, '休息中 · 明天 06:30 开门'],
  ['before dawn', shop(), '2025-11-25T05:00', false, '休息中 · 06:30 开门'],
  ['on the afternoon off', shop(), '2025-11-24T15:00', false, '休息中 · 明天 06:30 开门'],
  ['past midnight, opened yesterday', with_hours({ days: [1], opens: '18:00', closes: '02:00' }), '2025-11-25T01:30', true, '营业中 · 至 02:00'],
  ['until midnight', with_hours({ days: [2], opens: '10:00', closes: '24:00' }), '2025-11-25T23:59', true, '营业中 · 至 明天 00:00'],
  ['openings that touch', with_hours({ days: [2], opens: '10:00', closes: '24:00' }, { days: [3], opens: '00:00', closes: '03:00' }), '2025-11-25T23:00', true, '营业中 · 至 明天 03:00'],
  ['round the clock', with_hours({ days: all, opens: '00:00', closes: '24:00' }), '2025-11-25T03:00', true, '营业中'],
  ['days away', with_hours({ days: [5], opens: '09:00', closes: '10:00' }), '2025-11-25T12:00', false, '休息中 · 周五 09:00 开门'],
  ['the same weekday next week', with_hours({ days: [2], opens: '09:00', closes: '10:00' }), '2025-11-25T12:00', false, '休息中 · 周二 09:00 开门'],
  ['no hours at all', with_hours(), '2025-11-25T12:00', false, '休息中'],
  ['kept open by the owner', { ...shop(), opening: 'open' }, '2025-11-25T03:00', true, '营业中'],
  ['closed by the owner, with a note', { ...shop(), opening: 'closed', closed_note: '回老家过年' }, '2025-11-25T12:00', false, '回老家过年'],
];

for (const [name, information, when, open, text] of sayings) {
  test(name, () => assert.deepEqual(status(now(information, at(when))), { open, text }));
}

test('in English too', () => {
  const english = createWorld({ language: 'en' }).require('kaipu/hours');
  assert.equal(english.status(now(shop(), at('2025-11-25T22:00'))).text, 'Closed · opens tomorrow 06:30');
});

test('in another time zone', () => {
  const tokyo = { ...shop(), timezone: 'Asia/Tokyo' };
  assert.equal(status(now(tokyo, Date.parse('2025-11-25T13:30:00+09:00'))).text, '营业中 · 至 14:00');
  assert.equal(status(now(tokyo, Date.parse('2025-11-25T14:30:00+09:00'))).open, false);
});

test('the week: days alike in one row, today marked', () => {
  assert.deepEqual(week(now(shop(), at('2025-11-25T12:00'))), [
    { days: '周一', times: '06:30–14:00', today: false },
    { days: '周二至周日', times: '06:30–14:00  16:30–20:30', today: true },
  ]);
});

test('the week: every day alike, and days off', () => {
  assert.deepEqual(week(now(with_hours({ days: all, opens: '09:00', closes: '18:00' }), at('2025-11-25T12:00'))), [{ days: '每天', times: '09:00–18:00', today: true }]);
  assert.equal(week(now(with_hours({ days: [1], opens: '09:00', closes: '18:00' }), at('2025-11-25T12:00')))[1].times, '休息中');
});

test('a moment: the time today, the date before it on other days', () => {
  assert.equal(moment(now(shop(), at('2025-11-25T23:59')), '2025-11-25T04:05:00Z'), '12:05');
  assert.equal(moment(now(shop(), at('2025-11-25T23:59')), '2025-11-24T16:05:00Z'), '00:05');
  assert.equal(moment(now(shop(), at('2025-11-25T12:00')), '2025-11-24T04:05:00Z'), '11-24 12:05');
});
