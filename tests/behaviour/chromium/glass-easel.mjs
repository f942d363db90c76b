/** The package under glass-easel and its adapter for mini-programs, which WeChat runs on since base library 3.8.12. */
import { CurrentWindowBackendContext, Event as TemplateEvent, NativeNode } from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { playHere } from './host.mjs';

/** A native field takes a new value as a property; as an attribute it would only be the first. */
const { updateAttribute } = NativeNode.prototype;
NativeNode.prototype.updateAttribute = function update(name, value) {
  const element = this.getBackendElement();
  if (name === 'value' && element) element.value = value;
  else updateAttribute.call(this, name, value);
};

function createFramework({ files, templates }) {
  const code = new MiniProgramEnv();
  const space = code.createCodeSpace('', true);
  const page = new CurrentWindowBackendContext();
  page.onEvent((target, type, detail, options) => TemplateEvent.triggerEvent(target, type, detail, options));
  const screen = code.associateBackend(page);
  const groupList = new Function(`return ${templates}`)();
  const units = Object.keys(groupList).filter((path) => `${path}.json` in files);
  units.forEach((path) => {
    space.addComponentStaticConfig(path, JSON.parse(files[`${path}.json`]));
    space.addCompiledTemplate(path, { groupList, content: groupList[path] });
  });
  return {
    define: (path, kind, definition) =>
      space.componentEnv(path, ({ Page, Component }) => (kind === 'page' ? Page : Component)(definition)),
    open(path, box) {
      const root = screen.createRoot('page', space, path);
      const holder = box.appendChild(document.createElement('div'));
      root.attach(box, holder);
      return { self: root.get(), end: () => root.release() };
    },
    attributes: (element) => (name) => element.getAttribute(name),
    field: (element) => ({ value: element.value, placeholder: element.getAttribute('placeholder') }),
    write(element, text) {
      element.value = text;
      TemplateEvent.triggerEvent(element.__wxElement, 'input', { value: text }, {});
    },
  };
}

window.kaipuPlay = (given) => playHere({ ...given, framework: createFramework(given) });
