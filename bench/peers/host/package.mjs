/**
 * A built WeChat package, made ready for glass-easel: templates compiled, scripts run one by one as their pages and
 * components are wanted. Scripts see what WeChat lets them see, and no browser.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { TmplGroup } = require('glass-easel-template-compiler');

const BUILT_INS = 'view text image block button input textarea swiper swiper-item scroll-view icon label form navigator ' +
  'cover-view cover-image radio radio-group checkbox checkbox-group picker picker-view picker-view-column rich-text ' +
  'switch slider progress map video canvas web-view movable-view movable-area match-media page-container root-portal ' +
  'page-meta navigation-bar open-data ad official-account';
const HIDDEN = ['window', 'document', 'self', 'process', 'setImmediate', 'MessageChannel', 'requestAnimationFrame', 'navigator', 'location'];

const posix = path.posix;
const beside = (file, target) => (target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(file), target));

export class Package {
  /**
   * @param {string} folder
   * @param {import('glass-easel-miniprogram-adapter').CodeSpace} space
   * @param {object} globals what scripts find there
   * @param {object} timers the phone's instead of the machine's
   */
  constructor(folder, space, globals, timers) {
    Object.assign(this, { folder, space, timers, modules: new Map(), makers: null });
    // Modules that are shared keep these, so they make what is being defined at the time of the call.
    const make = (kind) => (definition) => this.makers[kind](definition);
    // Truly global, as on a phone: there are frameworks that put their own `wx` in the place of the platform's.
    Object.assign(globalThis, globals, { Page: make('Page'), Component: make('Component') });
    this.app = this.json('app');
    for (const tag of BUILT_INS.split(' ')) space.getComponentSpace().setGlobalUsingComponent(tag, tag);
    compile(folder, space);
  }

  json(name) {
    const file = path.join(this.folder, `${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  }

  /** Runs the scripts of a page or component, those of what it uses first. */
  define(name) {
    if (this.modules.has(name)) return;
    this.modules.set(name, null);
    const config = this.json(name);
    const using = { ...this.app.usingComponents, ...config.usingComponents };
    const paths = Object.entries(using).map(([tag, target]) => [tag, beside(name, target)]);
    this.space.addComponentStaticConfig(name, {
      ...config, usingComponents: Object.fromEntries(paths.map(([tag, target]) => [tag, `/${target}`])), componentPlaceholder: {},
    });
    for (const [, target] of paths) this.define(target);
    this.modules.delete(name);
    this.space.componentEnv(name, (makers) => {
      this.makers = makers;
      this.load(`${name}.js`);
    });
  }

  load(name) {
    const known = this.modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(name, module);
    const code = readFileSync(path.join(this.folder, name), 'utf8');
    const near = (target) => this.load(beside(name, target).replace(/(\.js)?$/, '.js'));
    const given = { require: near, module, exports: module.exports, ...this.timers };
    new Function(...Object.keys(given), ...HIDDEN, `${code}\n//# sourceURL=${name}`)(...Object.values(given));
    return module.exports;
  }
}

/** glass-easel takes `bindtap` on a tag it does not know for an attribute; WeChat does not. */
const withColons = (text) => text.replace(/(\s)(bind|catch|mut-bind|capture-bind|capture-catch)(?!:)([a-z]\w*)=/g, '$1$2:$3=');

function compile(folder, space) {
  const group = new TmplGroup();
  const files = readdirSync(folder, { recursive: true }).map((name) => name.split(path.sep).join('/'));
  for (const name of files.filter((file) => file.endsWith('.wxs')))
    group.addScript(name.replace(/\.wxs$/, ''), readFileSync(path.join(folder, name), 'utf8'));
  const templates = files.filter((file) => file.endsWith('.wxml')).map((file) => file.replace(/\.wxml$/, ''));
  for (const name of templates) group.addTmpl(name, withColons(readFileSync(path.join(folder, `${name}.wxml`), 'utf8')));
  const compiled = new Function(`return ${group.getTmplGenObjectGroups()}`)();
  for (const name of templates) space.addCompiledTemplate(name, { groupList: compiled, content: compiled[name] });
}
