/**
 * A stage in a browser: WeChat's package, its scripts run as they are, drawn by a framework that exists. The page's own
 * clock is left to the framework; scripts see the test's.
 */
import { createModules, place } from '../play/modules.mjs';

/**
 * @param {any} phone
 * @param {Record<string, string>} files of the package
 * @param {Record<string, any>} globals `wx`
 * @param {{ define(path: string, kind: string, definition: object): void, open(path: string, box: Element): { self: any, end(): void } }} framework
 */
export function createStage(phone, files, globals, framework) {
  const json = (path) => JSON.parse(files[`${path}.json`]);
  const known = new Set();
  let app = null;
  let current = '';
  const register = (kind) => (definition) => framework.define(current, kind, definition);
  const scope = {
    ...phone.clock.globals,
    ...globals,
    App: (given) => (app = given),
    Page: register('page'),
    Component: register('component'),
    getCurrentPages: () => phone.stack.map(({ path }) => ({ route: path })),
  };
  const names = Object.keys(scope);
  const load = createModules(
    (file) => files[file],
    (code, file) => {
      const run = new Function(...names, 'require', 'module', 'exports', `${code}\n//# sourceURL=${file}`);
      return (...given) => run(...Object.values(scope), ...given);
    },
  );

  /** Runs the script of a page or block, after those of the blocks in it. */
  function ensure(path) {
    if (known.has(path)) return;
    known.add(path);
    Object.values(json(path).usingComponents ?? {}).forEach((target) => ensure(place(`${path}.js`, target).replace(/\.js$/, '')));
    current = path;
    load(`${path}.js`);
  }

  return {
    flush: () => undefined,
    has: (path) => `${path}.wxml` in files,
    start({ path, query }) {
      load('app.js');
      app.onLaunch?.({ path, query });
      app.onShow?.({ path, query });
    },
    open(path) {
      ensure(path);
      const box = document.body.appendChild(document.createElement('section'));
      box.hidden = true;
      const { self, end } = framework.open(path, box);
      self.route = path;
      const call = (name, ...given) => self[name]?.(...given);
      return {
        path,
        title: json(path).navigationBarTitleText,
        box,
        load: (query) => call('onLoad', query),
        show() {
          box.hidden = false;
          call('onShow');
        },
        hide() {
          box.hidden = true;
          call('onHide');
        },
        unload() {
          call('onUnload');
          end();
          box.remove();
        },
        pull() {
          if (!json(path).enablePullDownRefresh) throw new Error(`${path} cannot be pulled down`);
          call('onPullDownRefresh');
        },
      };
    },
  };
}
