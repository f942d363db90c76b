/**
 * compileApp(files): an uncompiled app (WXML, WXSS, JSON and the paths of its scripts) becomes template functions as
 * plain JavaScript, one style sheet and a table of components. Runs when the wheel is built; nothing of it reaches a
 * browser. Any template diagnostic stops the build.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { toCss } from './wxss.mjs';

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler');

/**
 * @param {Map<string, string>} files path within the app -> text
 * @returns {{templates: string, css: string, components: {path: string, scope: string, page: boolean, using: Record<string, string>}[], app: object}}
 */
export function compileApp(files) {
  const app = JSON.parse(files.get('app.json'));
  const components = findComponents(files, app);
  return { app, components, templates: templates(files, components), css: sheets(files, components) };
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
      return { path: name, scope: `${pages.has(name) ? 'p' : 'b'}${index.toString(36)}`, page: pages.has(name), using, settings };
    });
}

function usingOf(json, from) {
  const entries = Object.entries(json.usingComponents ?? {});
  return Object.fromEntries(entries.map(([tag, target]) => [tag, absolute(target, from)]));
}

function absolute(target, from) {
  return target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
}

function templates(files, components) {
  const group = new TmplGroup();
  try {
    for (const { path: name } of components) {
      const problems = group.addTmpl(name, files.get(`${name}.wxml`));
      if (problems.length) throw new SyntaxError(problems.map((problem) => describe(name, problem)).join('\n'));
    }
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

function describe(name, problem) {
  return `${name}.wxml:${problem.startLine + 1}:${problem.startColumn + 1}: ${problem.message}`;
}

function sheets(files, components) {
  const sheet = (name, scope) => {
    const file = `${name}.wxss`;
    if (!files.has(file)) return '';
    const resolve = (target) => {
      const found = files.get(absolute(target, file));
      if (found === undefined) throw new SyntaxError(`${file}: no ${target} to import`);
      return found;
    };
    return toCss(files.get(file), { scope, resolve });
  };
  return [sheet('app', ''), ...components.map(({ path: name, scope }) => sheet(name, scope))].join('');
}
