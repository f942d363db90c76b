/** The shop that the development server shows, asked of the project's own Python. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} trade */
export async function readSample(trade) {
  const python = path.join(root, '.venv/bin/python');
  const { stdout } = await promisify(execFile)(python, [path.join(root, 'tools/bundle/sample.py'), trade], {
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
}
