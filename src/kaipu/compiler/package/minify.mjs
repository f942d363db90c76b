/**
 * Minifies scripts: a JSON object of texts comes in, one of the same keys goes out, each with its text and where it came
 * from. A module's own names are its own.
 */
import { text } from 'node:stream/consumers';
import { transform } from 'esbuild';

const OPTIONS = {
  minify: true,
  format: 'cjs',
  target: 'es2018',
  charset: 'utf8',
  legalComments: 'none',
  loader: 'js',
  sourcemap: 'external',
  sourcesContent: false,
};

const given = JSON.parse(await text(process.stdin));
const made = {};
for (const [key, source] of Object.entries(given)) {
  const { code, map } = await transform(source, OPTIONS);
  made[key] = [code.trimEnd(), JSON.parse(map).mappings];
}
process.stdout.write(JSON.stringify(made));
