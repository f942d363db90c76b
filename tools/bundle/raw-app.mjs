/**
 * The app folder straight from the sources, for the time it takes to look at an edit: shell and blocks are copied, and the
 * one tag that stands for the nodes of a page is written out. What ships comes from the compiler instead.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const NODES = /<kaipu-nodes\b([^>]*?)\/?>(?:\s*<\/kaipu-nodes>)?/g;
const PARTS = { wxml: 'view.wxml', wxss: 'style.wxss', js: 'script.js' };

export async function writeRawApp(source, out) {
  await rm(out, { recursive: true, force: true });
  const blocks = await drawableBlocks(path.join(source, 'blocks'));
  const uses = Object.fromEntries(blocks.map((id) => [tagOf(id), `/blocks/${id}/${id}`]));
  for (const id of blocks) await writeBlock(path.join(source, 'blocks', id), path.join(out, 'blocks', id, id));
  const pages = await writePages(path.join(source, 'shell'), out, blocks, uses);
  await writeModules(path.join(source, 'shell'), out);
  await put(path.join(out, 'app.json'), JSON.stringify({ pages }));
}

const tagOf = (id) => `kp-${id.replaceAll('_', '-')}`;

async function folders(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function drawableBlocks(folder) {
  return (await folders(folder)).filter((id) =>
    Object.values(PARTS).every((file) => existsSync(path.join(folder, id, file))),
  );
}

async function writeBlock(from, to) {
  for (const [ending, file] of Object.entries(PARTS))
    await put(`${to}.${ending}`, await readFile(path.join(from, file), 'utf8'));
  await put(`${to}.json`, JSON.stringify({ component: true }));
}

async function writePages(shell, out, blocks, uses) {
  const names = await folders(path.join(shell, 'pages'));
  const paths = [];
  for (const name of names) {
    const from = path.join(shell, 'pages', name);
    if (!existsSync(path.join(from, `${name}.wxml`))) continue;
    paths.push(`pages/${name}/${name}`);
    for (const file of await readdir(from)) {
      const text = await readFile(path.join(from, file), 'utf8');
      await put(path.join(out, 'pages', name, file), rewritten(file, text, blocks, uses));
    }
  }
  return paths;
}

function rewritten(file, text, blocks, uses) {
  if (file.endsWith('.wxml')) return text.replace(NODES, (_, attributes) => nodeTags(attributes, blocks));
  if (!file.endsWith('.json')) return text;
  const json = JSON.parse(text);
  return JSON.stringify({ ...json, usingComponents: { ...json.usingComponents, ...uses } });
}

function nodeTags(attributes, blocks) {
  const read = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? `{{${name}}}`;
  const branches = blocks.map(
    (id, index) =>
      `<${tagOf(id)} ${index ? 'wx:elif' : 'wx:if'}="{{item.block === '${id}'}}" data-node="{{item.id}}" props="{{item.props}}" shop="${read('shop')}"/>`,
  );
  return `<block wx:for="${read('nodes')}" wx:key="id">${branches.join('')}</block>`;
}

async function writeModules(shell, out) {
  for (const name of await readdir(shell, { recursive: true })) {
    if (name.startsWith('pages') || !/\.(js|wxss)$/.test(name)) continue;
    const target = /^app\./.test(name) ? name : path.join('kaipu', name);
    await put(path.join(out, target), await readFile(path.join(shell, name), 'utf8'));
  }
}

async function put(file, text) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
