/**
 * Plays a script of taps on a host and writes down, after each step, what the page shows (all of it at first, then what
 * changed) and what was asked of server and phone. The same on every host; what a host is, `actions.mjs` shows.
 */
import { changes } from './changes.mjs';
import { buttonOf, fieldOf, linesOf } from './words.mjs';
import { marker } from './marks.mjs';

/** A step's only key -> what it does; `find` is by name, or where a platform has no names for controls, by place. */
const STEPS = {
  tap: (host, name, find) => host.tap(find(host.page().tree, buttonOf, name)),
  write: async (host, fields, find) => {
    for (const [name, text] of Object.entries(fields)) await host.write(find(host.page().tree, fieldOf, name), text);
  },
  tab: (host, label) => host.tab(label),
  back: (host) => host.back(),
  pull: (host) => host.pull(),
  wait_s: (host, seconds) => host.advance(seconds * 1000),
  network: (host, state) => host.setOnline(state),
  /** Silence of which the phone knows nothing. */
  server: (host, state) => host.setServer(state),
  /** What the shopper answers when asked. */
  says: (host, word) => host.says(word === 'yes'),
  /** Something happens in the shop. */
  sold_out: (host, code) => host.change({ sold_out: code }),
  kitchen: (host, state) => host.change({ kitchen: state }),
};

/**
 * @param {any} host
 * @param {{ marks?: number[], open?: string, query?: Record<string, string>, steps: Record<string, any>[] }} script
 * @returns {Promise<{ text: string, marks: number[] }>}
 */
export async function play(host, { open = 'pages/home/home', query = {}, steps, marks }) {
  const blocks = [];
  const found = marker(marks);
  const known = new Map();
  const seen = (title) => {
    const { path, tree, title: name } = host.page();
    const page = [`[${name}]`, ...linesOf(tree), `-- ${host.tabs()}`];
    const before = known.get(path);
    known.set(path, page);
    const shown = before ? changes(before, page) : page;
    const log = host.log.splice(0).map((line) => `> ${line}`);
    blocks.push([`## ${title}`, `on ${path.split('/')[1]}`, ...shown, ...log].join('\n  '));
  };
  await host.launch(open, query);
  await host.settle();
  seen('launch');
  for (const step of steps) {
    const [[name, value]] = Object.entries(step);
    const title = `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`;
    try {
      await STEPS[name](host, value, found.find);
      await host.settle();
      seen(title);
    } catch (problem) {
      problem.message = `at "${title}": ${problem.message}`;
      throw problem;
    }
  }
  host.end();
  return { text: `${blocks.join('\n\n')}\n`, marks: found.marks };
}
