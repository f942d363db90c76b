/**
 * Components and pages of the bundle on glass-easel. A script runs when its page is first opened and registers what it
 * defines for the entry whose turn it is. Knows templates and data; knows nothing of the address bar.
 */
import { Component, ComponentSpace, Element } from 'glass-easel';
import { context } from './backend.js';

export const NO_COPY = /** @type {any} */ ('none');
export const space = new ComponentSpace();

/** @type {Map<string, any>} path -> {path, scope, page, using, settings, load?, made?, definition?} */
const entries = new Map();
const templates = {};
let current = null;

/** @param {any[]} components all there are, also those whose scripts come later */
export function declare(components) {
  for (const component of components) entries.set(component.path, { ...component });
}

/** @param {{templates: object, loads: Record<string, () => void>}} part scripts run when their page is first opened */
export function provide(part) {
  Object.assign(templates, part.templates);
  for (const [path, load] of Object.entries(part.loads)) entries.get(path).load = load;
}

export const isKnown = (path) => entries.has(path);
export const isHere = (path) => Boolean(entries.get(path)?.load);
export const settingsOf = (path) => entries.get(path).settings;
export const scopeOf = (path) => entries.get(path).scope;

/** @param {import('../../../../shell/platform').ComponentDefinition} definition */
export function component(definition) {
  const names = definition.properties;
  register(definition, {
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: null, comparer: () => true }])),
    observers: names.length ? { [names.join(', ')]: changed(definition) } : {},
    lifetimes: { attached: begin(definition), detached: definition.detached },
  });
}

/** A component begins with its first values, before its template is drawn, so that it is drawn once. */
function begin(definition) {
  /** @this {any} */
  return function attached() {
    if (this.begun) return;
    this.begun = true;
    definition.attached?.call(this);
  };
}

function changed(definition) {
  const first = begin(definition);
  /** @this {any} */
  return function observe() {
    if (this.begun) definition.changed?.call(this);
    else first.call(this);
  };
}

/** @param {import('../../../../shell/platform').PageDefinition} definition */
export function page(definition) {
  register(definition, {});
  current.definition = definition;
}

function register(definition, more) {
  current.made = space.defineComponent({
    is: current.path,
    using: Object.fromEntries(Object.entries(current.using).map(([tag, path]) => [tag, `/${path}`])),
    template: { content: templates[current.path], groupList: templates },
    options: {
      styleScope: space.styleScopeManager.register(current.scope),
      extraStyleScope: current.page ? 0 : null,
      dataDeepCopy: NO_COPY,
      propertyPassingDeepCopy: NO_COPY,
      writeIdToDOM: true,
      multipleSlots: true,
      propertyEarlyInit: true,
    },
    data: () => copy(definition.data),
    methods: { ...definition.methods, setData },
    ...more,
  });
}

/** What is set is copied, as between the two threads of a mini-program; what is handed down is not. @this {any} */
function setData(changes, done) {
  Component.prototype.setData.call(this, copy(changes));
  if (done) done.call(this);
}

export function copy(value) {
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}

/** The entry, its script and those of what it uses run. */
export function ensure(path) {
  const entry = entries.get(path);
  if (!entry) throw new Error(`no component ${path} in the bundle`);
  if (entry.loaded) return entry;
  entry.loaded = true;
  Object.values(entry.using).forEach(ensure);
  const outer = current;
  current = entry;
  entry.load();
  current = outer;
  return entry;
}

/** A fault in a page's script is reported, and stops neither the router nor the other pages. */
function guarded(action) {
  try {
    return action();
  } catch (problem) {
    setTimeout(() => {
      throw problem;
    });
    return undefined;
  }
}

/**
 * A page in a box of the document.
 * @param {string} path of its template; @param {string} route what the page is told it is
 */
export function createPage(path, route, query, box) {
  const entry = ensure(path);
  const instance = Component.createWithContext('ui-page-root', entry.made, context);
  const call = (name, ...args) => guarded(() => entry.definition[name]?.apply(instance, args));
  box.append(/** @type {any} */ (instance.$$));
  Element.pretendAttached(instance);
  call('open', query, route);
  return {
    call,
    has: (name) => Boolean(entry.definition[name]),
    close() {
      call('close');
      Element.pretendDetached(instance);
      box.replaceChildren();
    },
  };
}
