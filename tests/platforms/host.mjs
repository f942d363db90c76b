/**
 * Runs one platform's run time beside a host as small as it can be, and asserts how the shell sees it:
 * `node host.mjs PLATFORM`. The host keeps what the run time registers and calls.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const platforms = path.resolve(import.meta.dirname, '../../src/kaipu/platforms');
const folder = path.join(platforms, process.argv[2], 'runtime');
const tabs = [{ page: 'home' }, { page: '@orders' }];
const calls = [];
const made = { pages: [], components: [], apps: [] };
const answers = {};

/** Every function of the platform's API notes its call, and answers what a test laid out for it. */
const noted = (name) => (given) => {
  calls.push([name, given]);
  return answers[name]?.(given);
};
const api = new Proxy({}, { get: (_, name) => (answers.lacks?.includes(name) ? undefined : noted(name)) });

const sandbox = vm.createContext({
  ...Object.fromEntries(['wx', 'my', 'tt', 'swan', 'qq', 'ks', 'jd', 'xhs'].map((name) => [name, api])),
  Page: (page) => made.pages.push(page),
  Component: (component) => made.components.push(component),
  App: (app) => made.apps.push(app),
  getCurrentPages: () => answers.pages ?? [],
});
const loaded = { 'kaipu/release': { definition: { tabs } } };

/** A module by its place: of the platform's run time, or of what platforms share. */
function load(file) {
  if (loaded[file]) return loaded[file];
  const module = { exports: {} };
  const code = readFileSync(`${file}.js`, 'utf8');
  const wanted = (name) =>
    load(loaded[name] ? name : name.startsWith('kaipu/') ? path.join(platforms, name.slice(6)) : path.join(path.dirname(file), name));
  vm.runInContext(`(function (require, module, exports) {${code}\n})`, sandbox)(wanted, module, module.exports);
  loaded[file] = module.exports;
  return module.exports;
}

/** Values of another realm compare by their JSON. */
const plain = (value) => JSON.parse(JSON.stringify(value));
const platform = load(path.join(folder, 'index'));
const { default: checks } = await import(`./hosts/${process.argv[2]}.mjs`);
for (const [name, check] of Object.entries(checks)) {
  calls.length = 0;
  try {
    await check({ platform, made, calls, answers, plain, assert });
  } catch (problem) {
    console.error(`${name}: ${problem.message}`);
    process.exitCode = 1;
  }
}
console.log(Object.keys(checks).length);
