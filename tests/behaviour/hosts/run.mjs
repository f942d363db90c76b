/**
 * Plays scripts on one platform's package: `node run.mjs PLATFORM FOLDER < {now_ms, scripts: {name: script}}`. Prints
 * `{name: {text, marks} | {problem}}`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { play } from '../play/play.mjs';
import { createHost } from './host.mjs';

const [platform, folder] = process.argv.slice(2);
const { now_ms, scripts } = JSON.parse(readFileSync(0, 'utf8'));
const names = readdirSync(folder, { recursive: true }).filter((name) => /\.\w+$/.test(name) && !name.endsWith('.png'));
const files = new Map(names.map((name) => [name.replaceAll(path.sep, '/'), readFileSync(path.join(folder, name), 'utf8')]));
const module = { exports: {} };
vm.runInNewContext(files.get('release.js'), { module, exports: module.exports });
const release = JSON.parse(JSON.stringify(module.exports));

const answers = {};
for (const [name, script] of Object.entries(scripts)) {
  try {
    answers[name] = await play(createHost(platform, files, release, now_ms), script);
  } catch (problem) {
    answers[name] = { problem: problem.stack };
  }
}
process.stdout.write(JSON.stringify(answers));
