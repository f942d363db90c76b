/**
 * Two scripts and one style sheet from an app folder and the web run time: the first script draws a page of the
 * definition, the rest follows when that is done. The same input gives the same bytes, and names carry their hash.
 * Knows the layout of an app folder; knows nothing of any shop.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compileApp, compileComponent } from './compile-app.mjs';
import { PRIVATE, glassEasel } from './glass-easel.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const source = path.join(root, 'src/kaipu');
const runtime = path.join(source, 'platforms/web/runtime');
const COMPILED = /\.(wxml|wxs|wxss|json)$/;
const TARGET = ['es2020', 'chrome94', 'firefox91', 'safari15'];

const FIRST = 'pages/page/page';

/**
 * @param {string} folder
 * @returns {Promise<{
 *   files: Record<string, string>, names: {script: string, rest: string, style: string}, paths: string[], modules: string[],
 * }>} modules: those that scripts which come later find in the first one
 */
export async function bundleApp(folder, { minify = true } = {}) {
  const compiled = compileApp(await readFiles(folder), FIRST);
  const [rest, style] = await Promise.all([bundleRest(folder, compiled, minify), bundleStyle(compiled, minify)]);
  const names = { script: '', rest: named('pages', rest, 'js', minify), style: named('app', style, 'css', minify) };
  const script = await bundleFirst(folder, compiled, names.rest, minify);
  names.script = named('app', script, 'js', minify);
  return {
    files: { [names.script]: script, [names.rest]: rest, [names.style]: style },
    names,
    paths: compiled.components.map((one) => one.path),
    modules: await sharedModules(folder, compiled.first),
  };
}

/**
 * A block that joins an app which is bundled already: a script and a style sheet of its own.
 * @param {string} folder of an app that has the block, too @param {string} block @param {string[]} modules as above
 * @returns {Promise<{files: Record<string, string>, names: {script: string, style: string}}>}
 */
export async function bundleBlock(folder, block, modules, { minify = true } = {}) {
  const name = `blocks/${block}/${block}`;
  const { components, templates, css } = compileComponent(await readFiles(folder), name, `x_${block}`);
  const contents = `(self.kaipuBlocks = self.kaipuBlocks || []).push({
    components: ${JSON.stringify(components)}, templates: ${templates}, loads: ${loads(components.map((one) => one.path))},
  });`;
  const script = await bundleLater(folder, contents, modules, minify);
  const style = await shrink(css, minify);
  const names = { script: named('block', script, 'js', minify), style: named('block', style, 'css', minify) };
  return { files: { [names.script]: script, [names.style]: style }, names };
}

const named = (stem, text, ending, minify) => (minify ? `${stem}.${hashOf(text)}.${ending}` : `${stem}.${ending}`);

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

async function readFiles(folder) {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll(path.sep, '/')).sort();
  const wanted = names.filter((name) => COMPILED.test(name));
  return new Map(
    await Promise.all(wanted.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')])),
  );
}

const sheet = (name) => readFile(path.join(runtime, `styles/${name}.css`), 'utf8');
const shrink = async (text, minify) => (await transform(text, { loader: 'css', minify, target: TARGET })).code;

async function bundleStyle({ css }, minify) {
  const texts = await Promise.all(['frame', 'built-ins', 'over'].map(sheet));
  return shrink(texts.join('') + css, minify);
}

/** What the document itself carries, so that it paints before anything else has come. */
export async function bundleFirstPaint({ minify = true } = {}) {
  return shrink((await sheet('frame')) + (await sheet('outline')), minify);
}

const COMMON = {
  bundle: true,
  write: false,
  target: TARGET,
  legalComments: 'none',
  logLevel: 'silent',
  absWorkingDir: root,
};

/** The run time is flattened into one module first, so that the scripts' requires do not wrap each of its files. */
async function bundleRuntime(minify) {
  const contents = `export * from './index.js'; export { start } from './start.js'; export { release } from './shop.js';`;
  const result = await build({
    ...COMMON,
    stdin: { contents, resolveDir: runtime, sourcefile: 'runtime.js' },
    format: 'esm',
    ...(minify ? PRIVATE : {}),
    external: ['kaipu/theme'],
    plugins: [glassEasel, made({ 'kaipu:icons': async () => `export default ${JSON.stringify(await readIcons())}` })],
  });
  return result.outputFiles[0].text;
}

async function bundleEntry(folder, contents, minify, plugins) {
  const stdin = { contents, resolveDir: folder, sourcefile: 'entry.js' };
  const result = await build({ ...COMMON, stdin, minify, format: 'iife', plugins });
  return result.outputFiles[0].text;
}

async function bundleFirst(folder, { components, first }, rest, minify) {
  const [text, shell] = await Promise.all([bundleRuntime(minify), sharedModules(folder, first)]);
  const texts = {
    'kaipu:runtime': () => text,
    'kaipu/platform': () => text,
    'kaipu/release': () => `module.exports = require('kaipu:runtime').release`,
    'kaipu:templates': () => `export default ${first.templates}`,
  };
  const contents = `
    import { start } from 'kaipu:runtime';
    import templates from 'kaipu:templates';
    start({
      components: ${JSON.stringify(components)},
      templates,
      loads: ${loads(first.paths)},
      rest: ${JSON.stringify(rest)},
      modules: ${table(shell.map((name) => [name, name]))},
      app: () => require('./app.js'),
    });
  `;
  return bundleEntry(folder, contents, minify, [made(texts, folder), modules(folder)]);
}

async function bundleRest(folder, { first, rest }, minify) {
  const contents = `kaipuShop.add({ templates: ${rest.templates}, loads: ${loads(rest.paths)} });`;
  return bundleLater(folder, contents, await sharedModules(folder, first), minify);
}

const sharedModules = async (folder, first) => [...(await modulesOf(folder, first)), 'kaipu/platform', 'kaipu/release'];

/** Later scripts take the modules that the first script has from there: there is one cart. */
function bundleLater(folder, contents, shared, minify) {
  const texts = Object.fromEntries(
    shared.map((name) => [name, () => `module.exports = kaipuShop.modules[${JSON.stringify(name)}]()`]),
  );
  return bundleEntry(folder, contents, minify, [made(texts, folder), modules(folder)]);
}

const loads = (paths) => table(paths.map((name) => [name, `./${name}.js`]));

/** An object of functions that require: key -> module. */
function table(pairs) {
  return `{ ${pairs.map(([key, name]) => `${JSON.stringify(key)}: () => require(${JSON.stringify(name)})`).join(', ')} }`;
}

/** The shell's modules that the first script reaches: those of its pages, and those the run time asks for itself. */
async function modulesOf(folder, { paths }) {
  const found = new Set(['kaipu/store', 'kaipu/theme']);
  const visit = async (file) => {
    const text = await readFile(path.join(folder, `${file}.js`), 'utf8');
    for (const [, name] of text.matchAll(/require\(['"]([\w./]+)['"]\)/g)) {
      const own = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
      if (/^kaipu\/(platform|release)\b/.test(own) || own === 'release' || found.has(own)) continue;
      if (own.startsWith('kaipu/')) found.add(own);
      await visit(own);
    }
  };
  for (const file of ['app', 'kaipu/store', 'kaipu/theme', ...paths]) await visit(file);
  return [...found].sort();
}

/** Modules that are not files: name -> text. Scripts name them as they are, or by a path as in a package. */
function made(texts, folder = root) {
  const find = ({ path: name, resolveDir }) => {
    const own = name.startsWith('.')
      ? path.relative(folder, path.resolve(resolveDir, name)).replaceAll(path.sep, '/')
      : name;
    const plain = own.replace(/\.js$/, '').replace(/^release$/, 'kaipu/release');
    if (!texts[plain]) return undefined;
    return { path: plain === 'kaipu/platform' && texts['kaipu:runtime'] ? 'kaipu:runtime' : plain, namespace: 'kaipu' };
  };
  return {
    name: 'kaipu-made',
    setup(build) {
      build.onResolve({ filter: /^(kaipu[:/]|\.)/ }, find);
      build.onLoad({ filter: /.*/, namespace: 'kaipu' }, async ({ path: name }) => ({
        contents: await texts[name](),
        loader: 'js',
        resolveDir: folder,
      }));
    },
  };
}

/** `kaipu/cart` is kaipu/cart.js of the app. */
function modules(folder) {
  return {
    name: 'kaipu-modules',
    setup(build) {
      build.onResolve({ filter: /^kaipu\/\w+/ }, ({ path: name }) => ({ path: path.join(folder, `${name}.js`) }));
    },
  };
}

export async function readIcons() {
  const folder = path.join(source, 'shell/icons');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.svg')).sort();
  const texts = await Promise.all(files.map(async (file) => (await readFile(path.join(folder, file), 'utf8')).trim()));
  return Object.fromEntries(files.map((file, index) => [file.replace(/\.svg$/, ''), texts[index]]));
}
