/**
 * The package under `miniprogram-simulate`, its own build for browsers: WeChat's older framework (exparser) with templates
 * by WeChat's own compiler. The simulator knows components only, so a page is handed over as one.
 */
import 'miniprogram-simulate/build.js';
import { createFields } from '../play/fields.mjs';
import { playHere } from './host.mjs';

const { simulate } = window;

/** A page as a component: what is a function is a method. */
function asComponent({ data, ...rest }) {
  const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'));
  return { data, methods };
}

/** The simulator keeps attributes that it has no use for beside the element, in its compiler's spelling: `ariaLabel`. */
const attributesOf = (element) =>
  Object.fromEntries((element.__wxElement?._vt?.attrs ?? []).map(({ name, value }) => [name, value]));

/** Files as the simulator reads them; a script only hands over what the package's own script has made. */
function filesFor({ files, templates }) {
  const compiled = new Function(`${templates}; return $gwx`)();
  const map = {};
  for (const [name, text] of Object.entries(files)) {
    const path = name.replace(/\.\w+$/, '');
    if (name.endsWith('.json')) map[`/${name}`] = text;
    if (name.endsWith('.wxml')) map[`/${name}`] = compiled(name);
    if (name.endsWith('.wxml')) map[`/${path}.js`] = `window.kaipuComponent(${JSON.stringify(path)})`;
  }
  return map;
}

function createFramework(given) {
  const definitions = new Map();
  const fields = createFields();
  window.__FILE_MAP__ = filesFor(given);
  window.kaipuComponent = (path) => window.Component(definitions.get(path));
  return {
    define: (path, kind, definition) => definitions.set(path, kind === 'page' ? asComponent(definition) : definition),
    open(path, box) {
      const root = simulate.render(simulate.load(`/${path}`, 'page', { rootPath: '/', compiler: 'official' }));
      root.attach(box);
      return { self: root.instance, end: () => root.detach() };
    },
    attributes: (element) => {
      const attributes = attributesOf(element);
      return (name) => attributes[name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())];
    },
    field(element) {
      const { value, placeholder } = attributesOf(element);
      return { value: fields.shown(element, value), placeholder };
    },
    write(element, text) {
      fields.type(element, text);
      element.__wxElement.triggerEvent('input', { value: text });
    },
  };
}

window.kaipuPlay = (given) => playHere({ ...given, framework: createFramework(given) });
