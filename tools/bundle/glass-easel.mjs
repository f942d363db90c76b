/**
 * Bundles glass-easel from its own sources for browsers only: the constants that its build replaces choose the DOM back
 * end and drop the others. Knows nothing of Kaipu. The version is pinned in package.json.
 */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('glass-easel/package.json')), 'src');

const FLAGS = {
  'ENV.DEV': 'false',
  'BM.DYNAMIC': 'false',
  'BM.SHADOW': 'false',
  'BM.COMPOSED': 'false',
  'BM.DOMLIKE': 'true',
};

/** Files that only other back ends need -> what the rest still names of them. */
const UNUSED = {
  'current_window_backend_context.ts': 'export class CurrentWindowBackendContext {}',
  'native_rendering.ts': 'export class GlassEaselTemplateDOM {}',
};

/** `warning` and `func_arr` import each other; they stand only when the first is entered first. */
const START = "import './warning'; export * from './index';";

/** Private members may be renamed, but for those that are also named in strings. */
export const PRIVATE = {
  mangleProps: /^_\$/,
  reserveProps: /^_\$(lifetimeFuncs|pageLifetimeFuncs|dataGroupObserverTree)$/,
};

export const glassEasel = {
  name: 'glass-easel',
  async setup(build) {
    const constants = { ...FLAGS, ...(await readEnums()) };
    const pattern = new RegExp(`\\b(${Object.keys(constants).join('|').replaceAll('.', '\\.')})\\b`, 'g');
    build.onResolve({ filter: /^glass-easel$/ }, () => ({ path: 'glass-easel', namespace: 'glass-easel' }));
    build.onLoad({ filter: /.*/, namespace: 'glass-easel' }, () => ({ contents: START, resolveDir: folder }));
    build.onLoad({ filter: /glass-easel[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => ({
      loader: 'ts',
      contents:
        UNUSED[path.basename(file)] ?? (await readFile(file, 'utf8')).replace(pattern, (name) => constants[name]),
    }));
  },
};

/**
 * The members of every `const enum`, as TypeScript itself writes them out. Left to the bundler, they would be imports, and
 * these modules import each other in a circle that only works without them.
 */
async function readEnums() {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  const found = texts.flatMap((text) => [...text.matchAll(/export const enum (\w+) \{([^}]*)\}/g)]);
  return Object.fromEntries(
    found.flatMap(([, name, body]) => members(body).map(([key, value]) => [`${name}.${key}`, value])),
  );
}

function members(body) {
  let next = 0;
  const lines = body
    .replace(/\/\/.*|\/\*[^]*?\*\//g, '')
    .split(',')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line) => {
    const [key, stated] = line.split('=').map((part) => part.trim());
    const value = stated ?? String(next);
    next = Number(value) + 1;
    return [key, value];
  });
}
