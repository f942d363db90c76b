/** Every word a template or script asks for is there in both languages, and none is there for nothing. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { createWorld } from './world.mjs';

const source = fileURLToPath(new URL('../../src/kaipu/', import.meta.url));
const units = [
  ...readdirSync(`${source}shell/pages`).map((name) => [name, `shell/pages/${name}/${name}.wxml`, readdirSync(`${source}shell/pages/${name}`).filter((file) => file.endsWith('.js')).map((file) => `shell/pages/${name}/${file}`)]),
  ...readdirSync(`${source}blocks`).filter((name) => existsSync(`${source}blocks/${name}/view.wxml`)).map((name) => [name, `blocks/${name}/view.wxml`, [`blocks/${name}/script.js`]]),
];

/** The tables of a unit, as its script hands them over. */
function tablesOf(scripts) {
  const found = [];
  const note = (definition) => found.push(definition.words ?? { zh: {}, en: {} });
  const world = createWorld();
  const modules = { 'kaipu/screen': { screen: note }, 'kaipu/block': { block: note } };
  const given = (name) => modules[name] ?? (name.startsWith('.') ? { drawPage: () => undefined } : world.require(name));
  for (const script of scripts) {
    const exports = {};
    new Function('require', 'exports', readFileSync(source + script, 'utf8'))(given, exports);
    exports.drawPage?.();
  }
  return found[0];
}

const shared = createWorld().require('kaipu/words').shared;
const OWN = ['offline', 'retry'];
const COMPUTED = { order: ['unpaid', 'paid', 'making', 'ready', 'fetch', 'done', 'cancelled', 'refunded'], checkout: ['table', 'pickup'] };

for (const [name, template, scripts] of units) {
  const { zh, en } = tablesOf(scripts);
  const text = [template, ...scripts].map((file) => readFileSync(source + file, 'utf8')).join('\n');
  const asked = new Set([...text.matchAll(/\bwords\.(\w+)/g)].map(([, word]) => word));

  test(`${name}: both languages say the same things`, () => {
    assert.deepEqual(Object.keys(en), Object.keys(zh));
    const holes = (sentence) => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
    for (const word of Object.keys(zh)) assert.deepEqual(holes(en[word]), holes(zh[word]), word);
  });

  test(`${name}: no word is missing`, () => {
    const known = { ...shared, ...zh, ...Object.fromEntries(OWN.map((word) => [word, ''])) };
    assert.deepEqual([...asked].filter((word) => known[word] === undefined), []);
  });

  test(`${name}: no word is there for nothing`, () => {
    const used = (word) => asked.has(word) || word === 'title' || COMPUTED[name]?.includes(word) || new RegExp(`{[^}]*\\b${word}\\b[^}]*} = this.data.words`).test(text);
    assert.deepEqual(Object.keys(zh).filter((word) => !used(word)), []);
  });
}

test('modules too speak both languages', () => {
  const speaking = readdirSync(`${source}shell`, { recursive: true }).filter((file) => file.endsWith('.js') && !file.startsWith('pages'));
  for (const file of speaking) {
    const tables = /pick\(\{\s*zh: (\{[^]*?\}),\s*en: (\{[^]*?\}),?\s*\}\)/.exec(readFileSync(`${source}shell/${file}`, 'utf8'));
    if (!tables) continue;
    const [zh, en] = tables.slice(1).map((table) => Object.keys(new Function(`return ${table}`)()));
    assert.deepEqual(en, zh, file);
  }
});

test('values go where the sentence wants them', () => {
  const { fill } = createWorld().require('kaipu/words');
  assert.equal(fill('{n} of {all}, {n}', { n: 1, all: 2 }), '1 of 2, 1');
});
