/**
 * Draws an instance's template: a tree of nodes with values, events and the components in it. A component is the same one
 * after drawing again if it stands at the same place with the same key.
 */
import { compile, compileEntries } from './expression.mjs';
import { boundBothWays, valueOf, written } from './markup.mjs';

/** Of https://developers.weixin.qq.com/miniprogram/dev/component/ and its like; what a tag does is no matter here. */
const BUILT_IN = new Set(
  `view text image swiper swiper-item scroll-view input textarea button rich-text icon navigator checkbox checkbox-group
  radio radio-group picker label switch form slot`.split(/\s+/),
);

/**
 * @param {any} instance { file, data, using, kids: Map, syntax }
 * @param {(tag: string, key: string, values: object, node: object) => any} component makes or updates one
 */
export function draw(instance, component) {
  const root = { tag: '#', attributes: {}, on: {}, dataset: {}, children: [], parent: null, owner: instance };
  const { file } = instance;
  const context = { ...instance.syntax, instance, component, file };
  root.children = children(file.root, within(file, instance.data), '', root, context);
  return root;
}

/** Names that mean something in a file: the data, and its own script modules. */
const within = ({ modules }, data) => Object.assign(Object.create(modules), data);

/** What is inside a drawn node: of a component its own tree, with what it was given where its slots are. */
export const inside = (node) => (node.inner ? node.inner.tree : node).children.flatMap((child) => (child.tag === 'slot' ? given(child) : [child]));

function given({ owner, attributes }) {
  const name = attributes.name ?? '';
  if (name && !owner.syntax.manySlots && !owner.script.options?.multipleSlots) throw new Error(`${owner.path} may have one slot`);
  return owner.host.children.filter((child) => (child.attributes?.slot ?? '') === name);
}

/** One after another, as `else` belongs to the `if` before it. */
function children(element, scope, place, parent, context) {
  const nodes = [];
  let taken = true;
  element.children.forEach((child, index) => {
    const here = `${place}/${index}`;
    if (child.text) {
      nodes.push(written(child.text(scope), 'a text'));
      return;
    }
    const { names } = context;
    const otherwise = child.attributes.has(names.otherwise) || child.attributes.has(names.otherwiseWhen);
    if (otherwise && taken) return;
    const test = child.attributes.get(names.when) ?? child.attributes.get(names.otherwiseWhen);
    const loops = child.attributes.has(names.each);
    if (test != null && !loops) taken = Boolean(control(test, context)(scope));
    else taken = true;
    if (taken) nodes.push(...(loops ? loop : one)(child, scope, here, parent, context));
  });
  return nodes;
}

const control = (text, { bare }) => (text.includes('{{') || !bare ? valueOf(text) : compile(text));

function loop(element, scope, place, parent, context) {
  const { names } = context;
  const get = (name) => element.attributes.get(name);
  const { list, item, index, by } = context.each(get(names.each), get(names.item), get(names.index));
  const values = control(list, context)(scope) ?? [];
  const keys = new Set();
  return values.flatMap((value, at) => {
    const inner = Object.assign(Object.create(scope), { [item]: value, [index]: at });
    const key = by ? String(compile(by)(inner)) : keyOf(get(names.key), value, at);
    if (keys.has(key)) throw new Error(`key ${key} twice`);
    keys.add(key);
    const test = get(names.when);
    if (test && !control(test, context)(inner)) return [];
    return one(element, inner, `${place}[${key}]`, parent, context);
  });
}

const keyOf = (key, value, at) => (key === '*this' ? String(value) : String(value?.[key] ?? at));

function one(element, scope, place, parent, context) {
  if (element.tag === 'block') return children(element, scope, place, parent, context);
  if (element.tag === 'template') return named(element, scope, place, parent, context);
  if (element.tag === 'import' || element.tag === context.module.tag) return [];
  const { instance } = context;
  const node = { tag: element.tag, place, attributes: {}, dataset: {}, on: {}, children: [], parent, owner: instance };
  element.attributes.forEach((text, name) => take(node, name, text, scope, context));
  if (instance.using[element.tag]) {
    node.children = children(element, scope, place, node, context);
    node.inner = context.component(element.tag, place, node.attributes, node);
    return [node];
  }
  if (!BUILT_IN.has(element.tag)) throw new Error(`<${element.tag}> is neither built in nor declared`);
  node.children = children(element, scope, place, node, context);
  return [node];
}

/** A named template sees what it is given, and the modules of the file that it stands in. */
function named(element, scope, place, parent, context) {
  const is = element.attributes.get('is');
  if (is === undefined) return [];
  const name = valueOf(is)(scope);
  const found = context.file.templates.get(name);
  if (!found) throw new Error(`no template ${name}`);
  const [start, end] = context.around;
  const text = (element.attributes.get('data') ?? start + end).trim();
  if (!text.startsWith(start) || !text.endsWith(end)) throw new Error(`no data of a template: ${text}`);
  const data = compileEntries(text.slice(start.length, -end.length))(scope);
  return children(found.element, within(found.file, data), `${place}:${name}`, parent, { ...context, file: found.file });
}

function take(node, name, text, scope, { event, names, bare }) {
  if (Object.values(names).includes(name)) return;
  const heard = event(name);
  if (heard) {
    node.on[heard.type] = { handler: text, stops: heard.stops };
    return;
  }
  if (/:/.test(name)) throw new Error(`${name} means nothing here`);
  if (text && /^\s*\{=/.test(text)) {
    if (!bare) throw new Error(`nothing is bound both ways here: ${name}="${text}"`);
    node.bound = { ...node.bound, [name]: boundBothWays(text) };
  }
  const value = text === null ? true : valueOf(text)(scope);
  if (name.startsWith('data-')) node.dataset[camel(name.slice(5))] = value;
  else node.attributes[name] = value;
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
