/**
 * Compiles a package's templates with glass-easel's own compiler: `node tools/verify/glass-easel.mjs FOLDER`.
 * Any diagnostic at all is printed and makes it exit 1; warnings of this compiler are mistakes on WeChat.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler');

const folder = process.argv[2];
const templates = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.wxml'));
const group = new TmplGroup();
for (const name of templates) {
  const problems = group.addTmpl(name.replace(/\.wxml$/, ''), readFileSync(path.join(folder, name), 'utf8'));
  for (const problem of problems) {
    console.error(`${name}:${problem.startLine + 1}:${problem.startColumn + 1}: ${problem.message}`);
    process.exitCode = 1;
  }
}
group.getTmplGenObjectGroups();
console.log(JSON.stringify({ templates: templates.length }));
