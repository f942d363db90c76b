/**
 * A place for the shell to run in without a screen: a platform that remembers what it was asked, storage, and an API that
 * answers by a table. Each world loads the shell's modules anew.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setImmediate as immediate } from 'node:timers/promises';
import { release as packaged } from './shop.mjs';

const shell = fileURLToPath(new URL('../../src/kaipu/shell/', import.meta.url));
const blocks = fileURLToPath(new URL('../../src/kaipu/blocks/', import.meta.url));

/**
 * @param {object} [given] release: instead of the noodle shop's; storage: what the device has kept; language;
 *   api: (request) => [status, body, headers] or null for no answer
 */
export function createWorld({ release = packaged(), storage = {}, language = 'zh', api = () => null } = {}) {
  const modules = new Map();
  const world = {
    release, storage, requests: [], toasts: [], places: [], titles: [], badges: [], calls: [], maps: [], payments: [],
    api, answer: true, online: () => undefined, pages: [], components: [],
  };
  const platform = platformOf(world, language);
  world.platform = platform;

  world.require = (name) => {
    if (name === 'kaipu/platform') return platform;
    if (name === 'kaipu/release') return world.release;
    return load(path.join(shell, `${name.replace(/^kaipu\//, '')}.js`));
  };

  function load(file) {
    if (modules.has(file)) return modules.get(file).exports;
    const module = { exports: {} };
    modules.set(file, module);
    const near = (name) => (name.startsWith('.') ? load(path.join(path.dirname(file), `${name}.js`)) : world.require(name));
    new Function('require', 'module', 'exports', readFileSync(file, 'utf8'))(near, module, module.exports);
    return module.exports;
  }

  /** A page of the shell as a platform would open it. */
  world.open = async (name, query = {}, route = `pages/${name}/${name}`) => {
    load(path.join(shell, `pages/${name}/${name}.js`));
    const page = instance(world.pages.at(-1));
    page.definition.open?.call(page, query, route);
    page.definition.show?.call(page);
    await world.settle();
    return page;
  };

  /** A block as a page would hold it. */
  world.place = (name, props = {}) => {
    load(path.join(blocks, name, 'script.js'));
    const block = instance(world.components.at(-1));
    block.data.props = props;
    block.definition.attached.call(block);
    return block;
  };

  /** Waits until no promise is left to run; timers are the test's own business. */
  world.settle = async () => {
    for (let round = 0; round < 20; round++) await immediate();
  };
  return world;
}

function platformOf(world, language) {
  return {
    name: 'test', paymentWay: 'h5',
    app() {},
    page: (definition) => world.pages.push(definition),
    component: (definition) => world.components.push(definition),
    async request(request) {
      world.requests.push(request);
      const found = world.api({ ...request, path: request.url.replace(/^.*\/api\/shop\/[^/]+\//, '') });
      if (!found) throw new Error('no answer');
      const [status, body, headers = {}] = found;
      return { status, body: body === undefined ? undefined : structuredClone(body), headers };
    },
    read: (key) => (world.storage[key] === undefined ? undefined : structuredClone(world.storage[key])),
    write(key, value) {
      world.storage[key] = structuredClone(value);
    },
    navigate: (place, query) => world.places.push(['navigate', place, query]),
    replace: (place, query) => world.places.push(['replace', place, query]),
    back: () => world.places.push(['back']),
    login: async () => 'login-code',
    async pay(payment) {
      world.payments.push(payment);
      return 'leaving';
    },
    call: (phone) => world.calls.push(phone),
    openMap: (place) => world.maps.push(place),
    toast: (text) => world.toasts.push(text),
    confirm: async ({ yes, no }) => {
      for (const text of [yes, no]) assert.ok(text.replace(/[^\x00-\xff]/g, '  ').length <= 8, `${text} is too long for a button`);
      return world.answer;
    },
    setTitle: (text) => world.titles.push(text),
    setTheme() {},
    setTabBadge: (index, text) => world.badges.push([index, text]),
    language: () => language,
    onOnline(listener) {
      world.online = listener;
    },
    pageUrl: (place, query) => `https://shop.example/${place}?${new URLSearchParams(query)}`,
  };
}

/** Data that changes by paths, as on every platform, and a record of what was set. */
function instance(definition) {
  const self = { ...definition.methods, definition, data: structuredClone(definition.data), sets: [] };
  self.setData = (changes) => {
    self.sets.push(structuredClone(changes));
    for (const [target, value] of Object.entries(changes)) put(self.data, target, structuredClone(value));
  };
  self.tap = (name, dataset = {}, detail = {}) => self[name].call(self, { currentTarget: { dataset }, detail });
  return self;
}

function put(data, target, value) {
  const steps = target.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop();
  steps.reduce((part, step) => part[step], data)[last] = value;
}

/** What a setData weighs on its way to the screen. */
export const bytesOf = (changes) => Buffer.byteLength(JSON.stringify(changes));
