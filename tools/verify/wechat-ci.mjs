/**
 * Compiles a WeChat package as WeChat's own uploader does, without its network: `node tools/verify/wechat-ci.mjs FOLDER`.
 * Prints the files it compiled as JSON; exits 1 with the uploader's words if it refuses the package.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ci from 'miniprogram-ci';

// What the server would say of the app id: the limits that hold for every account.
const LIMITS = { MaxCodeSize: 2, MaxSubpackageSubCodeSize: 2, MaxSubpackageFullCodeSize: 30, MinTabbarCount: 2, MaxTabbarCount: 5, MaxTabbarIconSize: 40 };
const ATTRIBUTES = { platform: false, appType: 0, gameApp: false, isSandbox: false, released: false, setting: LIMITS };

let code = 0;
const folder = path.resolve(process.argv[2]);
const work = mkdtempSync(path.join(tmpdir(), 'kaipu-verify-'));
// The uploader leaves folders of its own where it runs.
process.chdir(work);
try {
  const key = path.join(work, 'any.key');
  writeFileSync(key, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }));
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: folder,
    privateKeyPath: key,
    ignores: ['manifest.json'],
  });
  project.attr = async () => ATTRIBUTES;
  const result = await ci.getCompiledResult({ project, version: '1.0.0', setting: {}, onProgressUpdate: () => {} }, path.join(work, 'result.zip'));
  console.log(JSON.stringify({ files: Object.keys(result).sort() }));
} catch (problem) {
  console.error(problem.message ?? problem);
  code = 1;
} finally {
  process.chdir(tmpdir());
  rmSync(work, { recursive: true, force: true });
}
// The uploader leaves workers running.
process.exit(code);
