/**
 * Runs a platform's package on a phone, in an engine of its own that takes the printed text by the platform's own syntax.
 * What differs between platforms comes from `platforms.mjs`; how components live, from `models/`.
 */
import vm from 'node:vm';
import { createFields } from '../play/fields.mjs';
import { createModules, place } from '../play/modules.mjs';
import { draw } from '../templates/draw.mjs';
import { createFiles } from './files.mjs';
import { put } from './data.mjs';

/**
 * @param {any} phone
 * @param {Map<string, string>} files of the package
 * @param {any} platform see platforms.mjs
 */
export function createStage(phone, files, platform) {
  const made = { app: null, page: null, component: null };
  const stack = () => phone.stack.map(({ path }) => ({ route: path }));
  const sandbox = vm.createContext({
    ...phone.clock.globals,
    console,
    [platform.global]: platform.api(phone),
    App: (app) => (made.app = app),
    Page: (page) => (made.page = page),
    Component: (component) => (made.component = component),
    getCurrentPages: stack,
  });
  const load = createModules(
    (file) => files.get(file),
    (code, filename) => vm.runInContext(`(function (require, module, exports) {${code}\n})`, sandbox, { filename }),
  );
  const fileOf = createFiles(files, { ...platform.syntax, ending: platform.template });
  const definitions = new Map();
  const json = (path) => JSON.parse(files.get(`${path}.json`) ?? '{}');
  const late = new Set();
  const stage = { phone, platform };

  /** The script, template and components of a page or block; its script runs when it is first needed. */
  function definitionOf(path, kind) {
    if (definitions.has(path)) return definitions.get(path);
    made[kind] = null;
    load(`${path}.js`);
    if (!made[kind]) throw new Error(`${path}.js makes no ${kind}`);
    const file = fileOf(`${path}${platform.template}`);
    const settings = json(path);
    if (kind === 'component' && !settings.component) throw new Error(`${path}.json does not say that it is a component`);
    const definition = { path, file, using: settings.usingComponents ?? {}, settings, ...{ script: made[kind] } };
    definitions.set(path, definition);
    return definition;
  }

  stage.instance = (definition, more) => ({
    ...definition, kids: new Map(), fields: createFields(), tree: null, syntax: platform.syntax, data: {}, gone: false, ...more,
  });

  /** @param {any} instance whose data changed */
  stage.redraw = (instance) => {
    if (platform.draws === 'later') late.add(instance);
    else redraw(instance);
  };

  function redraw(instance) {
    if (instance.gone) return;
    if (instance.drawing) {
      instance.again = true;
      return;
    }
    instance.drawing = true;
    do {
      instance.again = false;
      drawOnce(instance);
    } while (instance.again);
    instance.drawing = false;
  }

  function drawOnce(instance) {
    const kept = new Map();
    instance.tree = draw(instance, (tag, key, values, node) => {
      const path = place(`${instance.path}.js`, instance.using[tag]).replace(/\.js$/, '');
      let kid = instance.kids.get(key);
      if (kid && kid.path === path) platform.model.update(stage, kid, values);
      else kid = platform.model.create(stage, definitionOf(path, 'component'), values);
      kid.host = node;
      kept.set(key, kid);
      return kid;
    });
    instance.kids.forEach((kid, key) => kept.get(key) === kid || end(kid));
    instance.kids = kept;
  }

  function end(instance) {
    instance.kids.forEach(end);
    instance.gone = true;
    platform.model.end(instance);
  }

  stage.draw = redraw;
  stage.has = (path) => files.has(`${path}${platform.template}`);
  stage.flush = () => {
    while (late.size) {
      const [instance] = late;
      late.delete(instance);
      redraw(instance);
    }
  };

  stage.start = ({ path, query }) => {
    load('app.js');
    made.app.onLaunch?.({ path, query, scene: 1001 });
    made.app.onShow?.({ path, query, scene: 1001 });
  };

  stage.open = (path) => {
    const definition = definitionOf(path, 'page');
    const page = stage.instance(definition, {});
    const { data, ...rest } = definition.script;
    page.data = structuredClone(data ?? {});
    page.self = Object.assign(Object.create({ ...rest }), { route: path, data: page.data });
    page.self.setData = (changes, done) => {
      put(page.self.data, platform.model.passed(changes));
      page.data = page.self.data;
      stage.redraw(page);
      if (done) phone.later(() => done.call(page.self));
    };
    const call = (name, ...given) => page.self[name]?.(...given);
    return {
      path,
      title: settingsTitle(definition.settings, platform),
      tree: () => page.tree,
      load(query) {
        call('onLoad', query);
        redraw(page);
        call('onReady');
      },
      show: () => call('onShow'),
      hide: () => call('onHide'),
      unload() {
        call('onUnload');
        end(page);
      },
      pull() {
        if (!platform.pulls(definition.settings)) throw new Error(`${path} cannot be pulled down`);
        call('onPullDownRefresh');
      },
    };
  };
  return stage;
}

const settingsTitle = (settings, { titleKey }) => settings[titleKey] ?? '';
