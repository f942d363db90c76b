/**
 * One script and one style sheet from an app folder and the web run time. The same input gives the same bytes, and the
 * names carry their hash. Knows the layout of an app folder; knows nothing of any shop.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compileApp } from './compile-app.mjs';
import { PRIVATE, glassEasel } from './glass-easel.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const source = path.join(root, 'src/kaipu');
const runtime = path.join(source, 'platforms/web/runtime');
const COMPILED = /\.(wxml|wxss|json)$/;
const TARGET = ['es2020', 'chrome85', 'firefox78', 'safari15'];

/** @returns {Promise<{script: string, style: string, app: object}>} */
export async function bundleApp(folder, { minify = true } = {}) {
  const compiled = compileApp(await readFiles(folder));
  const [script, style] = await Promise.all([bundleScript(folder, compiled, minify), bundleStyle(compiled, minify)]);
  return { script, style, app: compiled.app };
}

export const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

async function readFiles(folder) {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll(path.sep, '/')).sort();
  const wanted = names.filter((name) => COMPILED.test(name));
  return new Map(await Promise.all(wanted.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')])));
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

const COMMON = { bundle: true, write: false, target: TARGET, legalComments: 'none', logLevel: 'silent', absWorkingDir: root };

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

async function bundleScript(folder, compiled, minify) {
  const text = await bundleRuntime(minify);
  const result = await build({
    ...COMMON,
    stdin: { contents: entry(compiled), resolveDir: folder, sourcefile: 'entry.js' },
    minify,
    format: 'iife',
    plugins: [
      made({
        'kaipu:runtime': () => text,
        'kaipu/platform': () => text,
        'kaipu/release': () => `module.exports = require('kaipu:runtime').release`,
        'kaipu:templates': () => `export default ${compiled.templates}`,
      }, folder),
      modules(folder),
    ],
  });
  return result.outputFiles[0].text;
}

function entry({ components }) {
  const rows = components.map(
    ({ path: name, ...rest }) =>
      `{ path: ${JSON.stringify(name)}, ...${JSON.stringify(rest)}, load: () => require(${JSON.stringify(`./${name}.js`)}) }`,
  );
  return `
    import { start } from 'kaipu:runtime';
    import templates from 'kaipu:templates';
    start({ templates, components: [${rows.join(',\n')}], loadApp: () => require('./app.js'), loadStore: () => require('kaipu/store') });
  `;
}

/** Modules that are not files: name -> text. Scripts name them as they are, or by a path as in a package. */
function made(texts, folder = root) {
  const find = ({ path: name, resolveDir }) => {
    const own = name.startsWith('.') ? path.relative(folder, path.resolve(resolveDir, name)).replaceAll(path.sep, '/') : name;
    const plain = own.replace(/\.js$/, '').replace(/^release$/, 'kaipu/release');
    if (!texts[plain]) return undefined;
    return { path: plain === 'kaipu/platform' ? 'kaipu:runtime' : plain, namespace: 'kaipu' };
  };
  return {
    name: 'kaipu-made',
    setup(build) {
      build.onResolve({ filter: /kaipu|platform|release/ }, find);
      build.onLoad({ filter: /.*/, namespace: 'kaipu' }, async ({ path: name }) => ({ contents: await texts[name](), loader: 'js', resolveDir: folder }));
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
