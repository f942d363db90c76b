/**
 * Development server of the web shop: `node tools/bundle/dev.mjs --port 5180`. Bundles shell and blocks anew whenever a
 * source file changed, shows the noodle shop, and answers the shopper API from memory. Listens on loopback only.
 */
import { existsSync } from 'node:fs';
import { readFile, stat, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleApp, source } from './bundle-app.mjs';
import { fakeApi } from './fake-api.mjs';
import { writeRawApp } from './raw-app.mjs';
import { readSample } from './sample.mjs';

const { values: options } = parseArgs({
  options: { port: { type: 'string', default: '5180' }, app: { type: 'string' }, sample: { type: 'string' } },
});
const folder = options.app ?? path.join(os.tmpdir(), `kaipu-dev-${options.port}`);
const BASE = '/s/noodle/';
const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

let bundle = { stamp: 0, files: {}, problem: '' };
const { folder: pictures, ...sample } = options.sample
  ? JSON.parse(await readFile(options.sample, 'utf8'))
  : await readSample('noodle_shop');
const api = fakeApi(sample);

async function newest(place) {
  if (!existsSync(place)) return 0;
  const names = await readdir(place, { recursive: true });
  const times = await Promise.all(
    names.map(async (name) => (await stat(path.join(place, name)).catch(() => ({ mtimeMs: 0 }))).mtimeMs),
  );
  return Math.max(0, ...times);
}

async function refresh() {
  const places = options.app ? [options.app] : [path.join(source, 'shell'), path.join(source, 'blocks')];
  const stamps = await Promise.all([...places, path.join(source, 'platforms/web/runtime')].map(newest));
  const stamp = Math.max(...stamps);
  if (stamp === bundle.stamp) return;
  try {
    if (!options.app) await writeRawApp(source, folder);
    bundle = { stamp, problem: '', ...(await bundleApp(folder, { minify: false })) };
  } catch (error) {
    bundle = { ...bundle, stamp, problem: String(error.message) };
    console.error(error.message);
  }
}

function page() {
  const release = JSON.stringify({ ...sample, base: BASE }).replaceAll('<', '\\u003c');
  const { theme, name } = sample.definition;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="theme-color" content="${theme.background}">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/app.css"></head><body><div id="kaipu-shop" class="ui-shop"></div>
<script type="application/json" id="kaipu-release">${release}</script><script src="/app.js" defer></script></body></html>`;
}

const payPage = (
  order,
  back,
) => `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>支付</title>
<p>假的收银台</p><p><a href="/fake-pay?order=${order}&done=1&back=${encodeURIComponent(back)}">付款</a></p><p><a href="${back.replaceAll('"', '')}">不付，返回</a></p>`;

async function answerPage(response) {
  await refresh();
  if (bundle.problem) return send(response, 500, 'text/plain', bundle.problem);
  return send(response, 200, 'text/html', page(), { 'Content-Security-Policy': POLICY });
}

function answerPayment(url, response) {
  const [order, back] = [url.searchParams.get('order'), url.searchParams.get('back') ?? '/'];
  if (!url.searchParams.has('done')) return send(response, 200, 'text/html', payPage(order, back));
  api.settle(order);
  response.writeHead(303, { Location: back }).end();
}

async function answerApi(request, url, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const [status, body] = api.answer({
    method: request.method,
    path: url.pathname.replace(/^\/api\/shop\/[^/]+\//, ''),
    body: text ? JSON.parse(text) : undefined,
    key: request.headers['idempotency-key'],
    origin: `http://${request.headers.host}`,
  });
  send(response, status, 'application/json', JSON.stringify(body));
}

async function answerPicture(url, response) {
  const file = path.join(pictures ?? '', path.basename(decodeURIComponent(url.pathname)));
  const found = await readFile(file).catch(() => null);
  if (!found) return send(response, 404, 'text/plain', 'no such picture');
  return send(response, 200, TYPES[path.extname(file)] ?? 'application/octet-stream', found);
}

function send(response, status, type, body, headers = {}) {
  const charset = /^(text|application\/json)/.test(type) ? '; charset=utf-8' : '';
  response.writeHead(status, { 'Content-Type': type + charset, 'Cache-Control': 'no-store', ...headers }).end(body);
}

const server = createServer((request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const answer = () => {
    if (url.pathname === '/') return response.writeHead(302, { Location: BASE }).end();
    if (url.pathname.startsWith(BASE)) return answerPage(response);
    const file = bundle.files[url.pathname.slice(1)];
    if (file) return send(response, 200, TYPES[path.extname(url.pathname)], file);
    if (url.pathname.startsWith('/api/shop/')) return answerApi(request, url, response);
    if (url.pathname.startsWith('/pictures/')) return answerPicture(url, response);
    if (url.pathname === '/fake-pay') return answerPayment(url, response);
    return send(response, 404, 'text/plain', 'nothing here');
  };
  Promise.resolve(answer()).catch((error) => send(response, 500, 'text/plain', String(error.stack)));
});

server.listen(Number(options.port), '127.0.0.1', async () => {
  console.log(`http://127.0.0.1:${options.port}${BASE}`);
  await refresh();
});
