/**
 * Puts things into the cart of a built package and prints, as JSON, what that took:
 * `node tapping.mjs PACKAGE CATALOG ROW PLUS MINUS HEAD BAR`, the last five being class names in its menu.
 * One package a process, so that no framework warms up what another uses.
 */
import { readFileSync } from 'node:fs';
import { Phone, elements, hasClass, tap, textOf } from './phone.mjs';

const DISH = '拍黄瓜';
const DISHES = 10;
/** Ten times each of the dishes, then back again, which is not counted. */
const BATCH_ROUNDS = 10;
/** As many batches as fit, so that all are compiled and some are left alone by whatever else the machine does. */
const BATCHES = 60;
const BUDGET_US = 4e6;

const [folder, catalogFile, rowClass, plusClass, minusClass, headClass, barClass] = process.argv.slice(2);
const catalog = JSON.parse(readFileSync(catalogFile, 'utf8'));
const answers = { catalog: [200, catalog], orders: [200, []] };
const phone = new Phone(folder, (url) => answers[url.split('/').at(-1)] ?? [304, '']);
const { pages, tabBar } = phone.package.app;
const menuPage = tabBar.list[1].pagePath;

await phone.open(pages[0]);
await phone.open(menuPage);

const all = (name, from = phone.root) => [...elements(from)].filter((node) => hasClass(node, name));
const rowOf = (dish) => all(rowClass).find((row) => [...elements(row)].some((node) => node.textContent === dish));
const plusOf = (row) => all(plusClass, row)[0];
const plainRows = () => all(rowClass).filter(plusOf).slice(0, DISHES);

/** Processor time of `times` taps in microseconds, with all that they set going. */
async function spent(nodes) {
  const before = process.cpuUsage();
  for (const node of nodes) {
    tap(node);
    await phone.settle();
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function put() {
  phone.sets.length = 0;
  const cpu_us = await spent([plusOf(rowOf(DISH))]);
  return { calls: phone.sets.length, bytes: phone.sets.reduce((sum, text) => sum + Buffer.byteLength(text), 0), cpu_us };
}

/** Microseconds a tap takes, less what a tap takes that nobody listens to; one number for each batch. */
async function tapping() {
  const times = (nodes) => Array.from({ length: BATCH_ROUNDS }, () => nodes).flat();
  const plus = times(plainRows().map(plusOf));
  const minus = times(plainRows().map((row) => all(minusClass, row)[0]));
  const inert = plus.map(() => all(headClass)[0]);
  const found = [];
  const started = process.cpuUsage().user;
  while (found.length < BATCHES && process.cpuUsage().user - started < BUDGET_US) {
    const nothing_us = await spent(inert);
    found.push(((await spent(plus)) - nothing_us) / plus.length);
    await spent(minus);
  }
  return found;
}

/** A package that shows something else than the others is not measured. */
function check(count) {
  const row = textOf(rowOf(DISH));
  const bar = textOf(all(barClass)[0]);
  const badges = [...phone.wx.badges.values()];
  if (!row.includes(String(count)) || !bar.includes(`¥${8 * count}`) || badges[0] !== String(count))
    throw new Error(`after ${count}: row "${row}", bar "${bar}", badges ${badges}`);
}

const first = await put();
check(1);
const again = await put();
check(2);
// One of each stays, so that nothing comes or goes but numbers.
for (const row of plainRows()) await spent([plusOf(row)]);
const drawn_us = await tapping();
phone.drawing = false;
const logic_us = await tapping();
console.log(JSON.stringify({ first, again, drawn_us, logic_us }));
