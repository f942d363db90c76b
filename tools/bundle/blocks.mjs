/**
 * Compiles blocks that join a bundle which is built already:
 * `node tools/bundle/blocks.mjs --app FOLDER --bundle FOLDER --out FOLDER BLOCK...`. The app folder is what the compiler
 * writes of shell, Kaipu's blocks and these; each block becomes a script and a style sheet in a folder of its name.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleBlock } from './bundle-app.mjs';

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  options: { app: text, bundle: text, out: text },
  allowPositionals: true,
});
const { modules } = JSON.parse(await readFile(path.join(values.bundle, 'manifest.json'), 'utf8'));

for (const block of positionals) {
  const { files, names } = await bundleBlock(path.resolve(values.app), block, modules);
  const folder = path.join(values.out, block);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(names));
}
