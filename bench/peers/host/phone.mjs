/**
 * A phone without a screen. Pages are drawn by glass-easel, WeChat's own component framework, into a tree that is
 * kept in memory; taps run through that tree as they would under a finger. Each setData is counted and made text of.
 */
import { createRequire } from 'node:module';
import { setImmediate as immediate } from 'node:timers/promises';
import { apiOf } from './api.mjs';
import { Package } from './package.mjs';

const require = createRequire(import.meta.url);
const glass = require('glass-easel');
const { MiniProgramEnv } = require('glass-easel-miniprogram-adapter');

glass.globalOptions.throwGlobalError = true;
// Handlers that a framework puts on a page while it runs are found, too, as on WeChat.
glass.globalOptions.useMethodCallerListeners = true;
// What scripts of templates (wxs) have.
Object.assign(globalThis, { getRegExp: (text, flags) => new RegExp(text, flags), getDate: (...given) => new Date(...given) });

export class Phone {
  /** @param {string} folder of a built package @param {(url: string) => [number, unknown]} answer */
  constructor(folder, answer) {
    const env = new MiniProgramEnv();
    Object.assign(this, { answer, sets: [], drawing: true, jobs: [], pages: new Map(), shown: null, time_ms: 0 });
    this.backend = env.associateBackend(new glass.EmptyBackendContext());
    this.space = env.createCodeSpace('', true);
    this.wx = apiOf(this);
    this.package = new Package(folder, this.space, this.globals(), this.timers());
    patchSetData(this);
    this.package.load('app.js');
  }

  globals() {
    return {
      wx: this.wx, App: (app) => this.start(app), getApp: () => this.app,
      getCurrentPages: () => (this.shown ? [this.shown] : []), Behavior: this.space.behavior.bind(this.space),
    };
  }

  timers() {
    const stop = (id) => {
      this.jobs = this.jobs.filter((job) => job.id !== id);
    };
    return {
      setTimeout: (job, delay_ms = 0, ...given) => this.later(() => job(...given), delay_ms),
      clearTimeout: stop, setInterval: () => 0, clearInterval() {},
    };
  }

  start(app) {
    this.app = app;
    // Some frameworks start their application with the first page.
    app.onLaunch?.({ path: this.package.app.pages[0], query: {}, scene: 1001 });
    app.onShow?.({ path: this.package.app.pages[0], query: {}, scene: 1001 });
  }

  /** Timers are run by `settle`, in the order in which they are due: nothing here waits for a clock. */
  later(job, delay_ms = 0) {
    const id = (this.last = (this.last ?? 0) + 1);
    this.jobs.push({ id, at_ms: this.time_ms + (delay_ms || 0), job });
    return id;
  }

  /** Until nothing is left to do for the next second. */
  async settle() {
    const until_ms = this.time_ms + 1000;
    for (;;) {
      await immediate();
      this.jobs.sort((one, other) => one.at_ms - other.at_ms || one.id - other.id);
      if (!this.jobs.length || this.jobs[0].at_ms > until_ms) break;
      const { at_ms, job } = this.jobs.shift();
      this.time_ms = Math.max(this.time_ms, at_ms);
      job();
    }
  }

  go(url) {
    this.opening = url;
  }

  /** Opens a page, or shows it again if it is open, as tabs do. */
  async open(name, query = {}) {
    this.package.define(name);
    const known = this.pages.get(name);
    if (this.shown) call(this.shown, 'onHide');
    const root = known ?? this.create(name, query);
    const page = (this.shown = root.get());
    if (!known) call(page, 'onLoad', query);
    call(page, 'onShow');
    root.getComponent().triggerPageLifetime('show', []);
    if (!known) call(page, 'onReady');
    await this.settle();
    return page;
  }

  create(name, query) {
    const root = this.backend.createRoot('page', this.space, `/${name}`);
    Object.assign(root.get(), { route: name, __route__: name, options: query });
    glass.Element.pretendAttached(root.getComponent());
    this.pages.set(name, root);
    return root;
  }

  get root() {
    return this.pages.get(this.shown.route).getComponent();
  }
}

const call = (page, method, ...given) => page[method]?.(...given);

/** Counts each setData of any component; with `drawing` off the logic's side of it alone is done. */
function patchSetData(phone) {
  const { ComponentCaller } = { ComponentCaller: callerOf(phone.space) };
  const original = ComponentCaller.setData;
  if (original.patched) throw new Error('one phone a process');
  ComponentCaller.setData = Object.assign(function setData(changes, then) {
    const text = JSON.stringify(changes);
    phone.sets.push(text);
    if (phone.drawing) original.call(this, JSON.parse(text), then && (() => phone.later(() => then.call(this))));
    else {
      for (const [target, value] of Object.entries(changes)) put(this.data, target, value);
      if (then) phone.later(() => then.call(this));
    }
  }, { patched: true });
}

/** The prototype that all components share. */
function callerOf(space) {
  space.component('host/any').register();
  const made = space.getComponentSpace().createComponentByUrl('any', '/host/any', null, new glass.EmptyBackendContext());
  let found = made.getMethodCaller();
  while (!Object.hasOwn(found, 'setData')) found = Object.getPrototypeOf(found);
  return found;
}

function put(data, target, value) {
  const steps = target.split(/[.[\]]+/).filter(Boolean);
  const last = steps.pop();
  steps.reduce((part, step) => part[step] ?? (part[step] = {}), data)[last] = value;
}

/** Handlers are told of a tap in WeChat's shape. */
glass.Event.prototype.wrapShadowedEvent = function wrap(target, mark, currentTarget) {
  const plain = (element) => {
    const node = element._$ ?? element;
    return { id: node.id ?? '', dataset: { ...node.dataset }, offsetLeft: 0, offsetTop: 0 };
  };
  return {
    type: this.type, timeStamp: this.timeStamp, detail: this.detail, mark: { ...mark }, target: plain(target),
    currentTarget: plain(currentTarget), touches: [], changedTouches: [],
    preventDefault() {}, stopPropagation: () => this.stopPropagation(),
  };
};

/** All elements below one, those inside components too. */
export function* elements(node) {
  for (const child of node.getShadowRoot?.()?.childNodes ?? node.childNodes ?? []) {
    yield child;
    yield* elements(child);
  }
}

export const textOf = (node) =>
  [...elements(node)].map((one) => one.textContent ?? '').join('').trim();

export const hasClass = (node, name) => (node.class ?? '').split(/\s+/).includes(name);

export function tap(node) {
  glass.triggerEvent(node, 'tap', { x: 0, y: 0 }, { bubbles: true, composed: true, capturePhase: true });
}
