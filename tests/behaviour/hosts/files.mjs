/**
 * A package's template files as its platform reads them: each with its named templates, those of the files that it imports
 * (not of those that these import), and its script modules.
 */
import vm from 'node:vm';
import { createModules, place } from '../play/modules.mjs';
import { parse } from '../templates/markup.mjs';

/** `import a from './a.sjs'` and `export default`, where a platform's modules have that and nothing else. */
const asCommon = (code) =>
  code
    .replace(/^import (\w+) from '(\.[^']+)';$/gm, "var $1 = ask('$2');")
    .replace(/^export default (\w+);$/m, 'made.exports = $1;');

/** @param {Map<string, string>} files of the package @param {any} syntax what `platforms.mjs` says of templates */
export function createFiles(files, { module, ending }) {
  const known = new Map();
  const getDate = (...given) => new Date(...given);
  const getRegExp = (pattern, flags) => new RegExp(pattern, flags);
  const sandbox = vm.createContext({ getDate, getRegExp });
  const names = module.imports ? 'ask, made' : 'require, module, exports';
  const wrap = (code, filename) =>
    vm.runInContext(`(function (${names}) {${module.imports ? asCommon(code) : code}\n})`, sandbox, { filename });
  const load = createModules((name) => files.get(name), wrap, module.ending);

  function moduleOf(element, path) {
    const src = element.attributes.get(module.path);
    if (src !== undefined) return load(place(path, src, module.ending));
    if (module.imports) throw new Error(`${path}: a script module in a file of its own is needed`);
    const made = { exports: {} };
    wrap(element.code, path)((name) => load(place(path, name, module.ending)), made, made.exports);
    return made.exports;
  }

  return function fileOf(path) {
    if (known.has(path)) return known.get(path);
    const text = files.get(path);
    if (text === undefined) throw new Error(`no ${path}`);
    const root = parse(text, module.tag);
    const file = { root, templates: new Map(), modules: {} };
    known.set(path, file);
    for (const element of root.children.filter(({ tag }) => tag === 'import')) {
      const inner = fileOf(place(path, element.attributes.get('src'), ending));
      inner.templates.forEach((found, name) => found.file === inner && file.templates.set(name, found));
    }
    for (const element of root.children) {
      const name = element.attributes?.get('name');
      if (element.tag === 'template' && name) file.templates.set(name, { element, file });
      if (element.tag === module.tag) file.modules[element.attributes.get(module.name)] = moduleOf(element, path);
    }
    return file;
  };
}
