/**
 * Runs one platform's run time beside a host as small as it can be, and asserts how the shell sees it:
 * `node host.mjs PLATFORM`. The host keeps what the run time registers and calls.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const folder = path.resolve(import.meta.dirname, '../../src/kaipu/platforms', process.argv[2], 'runtime');
const tabs = [{ page: 'home' }, { page: '@orders' }];
const calls = [];
const made = { pages: [], components: [], apps: [] };
const answers = {};

/** Every function of the platform's API notes its call, and answers what a test laid out for it. */
const api = new Proxy({}, {
  get: (_, name) => (given) => {
    calls.push([name, given]);
    return answers[name]?.(given);
  },
});

const sandbox = vm.createContext({
  wx: api,
  my: api,
  Page: (page) => made.pages.push(page),
  Component: (component) => made.components.push(component),
  App: (app) => made.apps.push(app),
  getCurrentPages: () => answers.pages ?? [],
});
const loaded = { 'kaipu/release': { definition: { tabs } } };

function load(name) {
  if (loaded[name]) return loaded[name];
  const module = { exports: {} };
  const code = readFileSync(path.join(folder, `${name}.js`), 'utf8');
  vm.runInContext(`(function (require, module, exports) {${code}\n})`, sandbox)((wanted) => load(wanted.replace('./', '')), module, module.exports);
  loaded[name] = module.exports;
  return module.exports;
}

/** Values of another realm compare by their JSON. */
const plain = (value) => JSON.parse(JSON.stringify(value));
const platform = load('index');
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
