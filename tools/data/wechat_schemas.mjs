/**
 * Writes src/kaipu/platforms/wechat/schemas.json: which keys and values WeChat's configuration files take, read out of
 * the uploader that WeChat publishes. Texts for people are left out; lint has its own. `--check` fails if the file in the
 * repository is not that.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const FILE = new URL('../../src/kaipu/platforms/wechat/schemas.json', import.meta.url);
/** The kind of file, as lint calls it -> the uploader's name for it. */
const KINDS = { app: 'app', page: 'page', project: 'projectconfig', sitemap: 'sitemap', theme: 'theme', ext: 'ext' };
const FOR_PEOPLE = new Set(['$schema', '$version', 'description', 'title', 'default', 'examples', 'markdownDescription']);

/** In the order of the keys, so that a newer one differs only where it says something else. */
function plain(value, isNames = false) {
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).filter((key) => isNames || !FOR_PEOPLE.has(key));
  return Object.fromEntries(keys.sort().map((key) => [key, plain(value[key], key === 'properties' && !isNames)]));
}

const { version, license } = require('miniprogram-ci/package.json');
const lines = Object.entries(KINDS).map(
  ([kind, name]) => `"${kind}": ${JSON.stringify(plain(require(`miniprogram-ci/dist/schema/dist/${name}.js`)))}`,
);
const said = `Made by tools/data/wechat_schemas.mjs from miniprogram-ci ${version} (${license}, Tencent); described at https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html`;
const text = `{\n"$comment": ${JSON.stringify(said)},\n${lines.join(',\n')}\n}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('schemas.json is not what the uploader says: run node tools/data/wechat_schemas.mjs');
  process.exitCode = 1;
}
