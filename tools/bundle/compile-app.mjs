/**
 * compileApp(files): an uncompiled app (WXML, WXSS, JSON and the paths of its scripts) becomes template functions as
 * plain JavaScript, one style sheet and a table of components. Runs when the wheel is built; nothing of it reaches a
 * browser. Any template diagnostic stops the build.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { toCss } from './wxss.mjs';

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler');

/** @typedef {{path: string, scope: string, page: boolean, using: Record<string, string>, settings: object}} Component */

/**
 * @param {Map<string, string>} files path within the app -> text
 * @param {string} first page that most readers see first; what it needs is parted from the rest
 * @returns {{css: string, components: Component[], first: {paths: string[], templates: string}, rest: {paths: string[], templates: string}}}
 */
export function compileApp(files, first) {
  const app = JSON.parse(files.get('app.json'));
  const components = findComponents(files, app);
  const needed = closure(components, first);
  const part = (wanted) => {
    const paths = components.map((component) => component.path).filter(wanted);
    return { paths, templates: templates(files, paths) };
  };
  return {
    components,
    css: sheets(files, components),
    first: part((name) => needed.has(name)),
    rest: part((name) => !needed.has(name)),
  };
}

/**
 * A component and those in its folder that it uses, for an app that is bundled already. Their scopes are their own, so
 * that none is one of the app's.
 * @param {Map<string, string>} files @param {string} first its path @param {string} scope
 */
export function compileComponent(files, first, scope) {
  const folder = `${path.posix.dirname(first)}/`;
  const paths = [...closure(findComponents(files, { pages: [] }), first)].filter((name) => name.startsWith(folder));
  const components = paths.map((name, index) => {
    const { usingComponents, component, ...settings } = JSON.parse(files.get(`${name}.json`));
    const using = usingOf({ usingComponents }, name);
    return { path: name, scope: index ? `${scope}_${index}` : scope, page: false, using, settings };
  });
  return {
    components,
    templates: templates(files, paths),
    css: components.map((one) => sheet(files, one.path, one.scope)).join(''),
  };
}

function closure(components, first, found = new Set()) {
  const component = components.find(({ path: name }) => name === first);
  if (!component || found.has(first)) return found;
  found.add(first);
  Object.values(component.using).forEach((name) => closure(components, name, found));
  return found;
}

function findComponents(files, app) {
  const global = usingOf(app, '');
  const pages = new Set(app.pages);
  return [...files.keys()]
    .filter((file) => file.endsWith('.wxml') && files.has(file.replace(/wxml$/, 'json')))
    .map((file) => file.slice(0, -'.wxml'.length))
    .sort()
    .map((name, index) => {
      const json = JSON.parse(files.get(`${name}.json`));
      const using = { ...global, ...usingOf(json, name) };
      const { usingComponents, component, ...settings } = json;
      return {
        path: name,
        scope: `${pages.has(name) ? 'p' : 'b'}${index.toString(36)}`,
        page: pages.has(name),
        using,
        settings,
      };
    });
}

function usingOf(json, from) {
  const entries = Object.entries(json.usingComponents ?? {});
  return Object.fromEntries(entries.map(([tag, target]) => [tag, absolute(target, from)]));
}

function absolute(target, from) {
  return target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
}

function templates(files, paths) {
  const group = new TmplGroup();
  const parts = paths.flatMap((name) => partsOf(files, name));
  try {
    for (const name of [...paths, ...parts.filter((part) => files.has(`${part}.wxml`) && !files.has(`${part}.json`))]) {
      const problems = group.addTmpl(name, files.get(`${name}.wxml`));
      if (problems.length) throw new SyntaxError(problems.map((problem) => describe(name, problem)).join('\n'));
    }
    const modules = parts.filter((part) => files.has(`${part}.wxs`));
    for (const name of modules) addModule(group, name, files.get(`${name}.wxs`));
    if (modules.length || paths.some((name) => files.get(`${name}.wxml`).includes('<wxs'))) group.setExtraRuntimeScript(MODULE_GLOBALS);
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

/** The further files of a component, which lie in its folder: templates that it imports, scripts that they call. */
function partsOf(files, name) {
  const folder = `${path.posix.dirname(name)}/`;
  const found = [...files.keys()].filter((file) => file.startsWith(folder) && /\.(wxml|wxs)$/.test(file));
  const isPart = (stem) => files.has(`${stem}.wxs`) || !files.has(`${stem}.json`);
  return [...new Set(found.map((file) => file.replace(/\.\w+$/, '')))].filter(isPart).sort();
}

/** A tag knows a module without its ending, another module knows it with. */
function addModule(group, name, text) {
  group.addScript(name, text);
  group.addScript(`${name}.wxs`, `module.exports = require('/${name}');`);
}

/** https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/06datatype.html */
const MODULE_GLOBALS = `var getDate = function (a, b, c, d, e, f, g) {
  return arguments.length < 2 ? (arguments.length ? new Date(a) : new Date()) : new Date(a, b, c || 1, d || 0, e || 0, f || 0, g || 0);
}, getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };`;

function describe(name, problem) {
  return `${name}.wxml:${problem.startLine + 1}:${problem.startColumn + 1}: ${problem.message}`;
}

const sheets = (files, components) =>
  [sheet(files, 'app', ''), ...components.map(({ path: name, scope }) => sheet(files, name, scope))].join('');

function sheet(files, name, scope) {
  const file = `${name}.wxss`;
  if (!files.has(file)) return '';
  const resolve = (target) => {
    const found = files.get(absolute(target, file));
    if (found === undefined) throw new SyntaxError(`${file}: no ${target} to import`);
    return found;
  };
  return toCss(files.get(file), { scope, resolve });
}
