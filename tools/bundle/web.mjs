/**
 * Builds what all web shops share: `node tools/bundle/web.mjs [--app FOLDER] [--out FOLDER]`. The compiler writes the
 * shell and every block as an app folder, which becomes two scripts and one style sheet in
 * src/kaipu/platforms/web/dist, named by their hash.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundleApp, bundleFirstPaint, readIcons, source } from './bundle-app.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values: options } = parseArgs({ options: { app: { type: 'string' }, out: { type: 'string' } } });
const out = path.resolve(options.out ?? path.join(source, 'platforms/web/dist'));

/** The Python that has Kaipu: the one asked for, else the checkout's own. */
function python() {
  const own = path.join(root, '.venv/bin/python');
  return process.env.KAIPU_PYTHON ?? (existsSync(own) ? own : 'python3');
}

async function withApp(use) {
  if (options.app) return use(path.resolve(options.app));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kaipu-web-'));
  try {
    await promisify(execFile)(python(), ['-m', 'kaipu.platforms.emit', '--platform', 'web', '--out', folder], {
      cwd: root,
    });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The manifest comes last but for the removal of what is old, so that it never names what is not there. */
async function write(files) {
  await mkdir(out, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(out, name), text);
  const old = (await readdir(out)).filter((name) => !(name in files));
  for (const name of old) await rm(path.join(out, name), { recursive: true });
}

const { files, names, paths, modules } = await withApp((folder) => bundleApp(folder));
const blocks = paths.map((name) => /^blocks\/([^/]+)\//.exec(name)?.[1]).filter(Boolean);
const gzip_bytes = Object.fromEntries(
  Object.entries(names).map(([part, name]) => [part, gzipSync(files[name], { level: 9 }).length]),
);
await write({
  ...files,
  'first-paint.css': await bundleFirstPaint(),
  'icons.json': JSON.stringify(await readIcons()),
  'manifest.json': `${JSON.stringify({ ...names, blocks, modules, gzip_bytes }, null, 2)}\n`,
});
console.log(`web: gzip bytes ${JSON.stringify(gzip_bytes)}`);
