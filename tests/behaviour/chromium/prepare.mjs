/**
 * What a browser needs to play: `node prepare.mjs FRAMEWORK FOLDER` prints `{script, given: {files, templates}}`, the
 * framework with the tests' own modules as one script, and the package's files with its templates compiled.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const [framework, folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const names = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll(path.sep, '/'));
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const files = Object.fromEntries(names.filter((name) => /\.(js|json|wxml|wxs)$/.test(name)).map((name) => [name, read(name)]));
const paths = names.filter((name) => name.endsWith('.wxml')).map((name) => name.slice(0, -'.wxml'.length));
const scripts = names.filter((name) => name.endsWith('.wxs'));

const compilers = {
  web: () => '',
  'glass-easel'() {
    const { TmplGroup } = require('glass-easel-template-compiler');
    const group = new TmplGroup();
    for (const name of paths) {
      const problems = group.addTmpl(name, files[`${name}.wxml`]);
      if (problems.length) throw new Error(`${name}: ${problems[0].message}`);
    }
    for (const name of scripts) {
      const stem = name.slice(0, -'.wxs'.length);
      group.addScript(stem, files[name]);
      group.addScript(name, `module.exports = require('/${stem}');`);
    }
    if (scripts.length) group.setExtraRuntimeScript('var getRegExp = (text, flags) => new RegExp(text, flags);');
    return group.getTmplGenObjectGroups();
  },
  /** WeChat's own compiler; npm does not keep the bit that lets it run. */
  simulate() {
    const tool = path.join(mkdtempSync(path.join(tmpdir(), 'wcc-')), 'wcc');
    try {
      copyFileSync(path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin/linux/wcc'), tool);
      chmodSync(tool, 0o755);
      return execFileSync(tool, names.filter((name) => /\.(wxml|wxs)$/.test(name)), { cwd: folder, encoding: 'utf8' });
    } finally {
      rmSync(path.dirname(tool), { recursive: true });
    }
  },
};

const result = await build({
  entryPoints: [path.join(import.meta.dirname, `${framework}.mjs`)],
  bundle: true,
  write: false,
  format: 'iife',
  logLevel: 'error',
});
process.stdout.write(JSON.stringify({ script: result.outputFiles[0].text, given: { files, templates: compilers[framework]() } }));
