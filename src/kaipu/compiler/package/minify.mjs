/** Minifies scripts: a JSON object of texts comes in, one of the same keys goes out. A module's own names are its own. */
import { text } from 'node:stream/consumers';
import { transform } from 'esbuild';

const OPTIONS = { minify: true, format: 'cjs', target: 'es2018', charset: 'utf8', legalComments: 'none', loader: 'js' };

const given = JSON.parse(await text(process.stdin));
const made = {};
for (const [key, code] of Object.entries(given)) made[key] = (await transform(code, OPTIONS)).code.trimEnd();
process.stdout.write(JSON.stringify(made));
