/** What WeChat's own tool does on upload: each script minified by itself, the rest as it is. */
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

process.chdir(import.meta.dirname);
rmSync('dist', { recursive: true, force: true });
cpSync('src', 'dist', { recursive: true });
cpSync('../shop/goods.js', 'dist/store/goods.js');
cpSync('../shop/shop.css', 'dist/app.wxss');
for (const name of readdirSync('dist', { recursive: true }).filter((file) => /\.(js|wxss|json)$/.test(file))) {
  const file = path.join('dist', name);
  const text = readFileSync(file, 'utf8');
  if (name.endsWith('.json')) writeFileSync(file, JSON.stringify(JSON.parse(text)));
  else {
    const loader = name.endsWith('.js') ? 'js' : 'css';
    const format = loader === 'js' ? 'cjs' : undefined;
    writeFileSync(file, transformSync(text, { loader, format, minify: true, target: 'es2018' }).code);
  }
}
