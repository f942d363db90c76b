/**
 * Components with `properties`, `lifetimes` and events by `bind`: values cross a bridge as copies; new values are told to a
 * property's own `observer`, and where the platform has them to `observers`, before and after `attached` alike.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/component.html
 */
import { copied, put } from '../data.mjs';

/** @param {{ observers: boolean, observer?: boolean, lifetimes?: boolean }} has what of it the platform documents */
export const propertiesModel = ({ observers, observer = true, lifetimes = true }) => {
  const life = (instance, name) => {
    const { script, self } = instance;
    const run = (lifetimes ? script.lifetimes?.[name] : null) ?? script[name];
    run?.call(self);
  };

  function tell(instance, changed) {
    const { script, self } = instance;
    for (const [names, run] of Object.entries((observers && script.observers) || {})) {
      const watched = names.split(',').map((name) => name.trim());
      if (watched.some((name) => name in changed)) run.call(self, ...watched.map((name) => self.data[name]));
    }
    if (!observer) return;
    for (const [name, old] of Object.entries(changed)) script.properties[name].observer?.call(self, self.data[name], old);
  }

  /** Only what is another value than before is handed over. */
  function give(instance, values) {
    const changed = {};
    for (const [name, value] of Object.entries(values)) {
      if (!(name in instance.script.properties)) continue;
      const old = instance.self.data[name];
      if (JSON.stringify(value) === JSON.stringify(old)) continue;
      changed[name] = old;
      instance.self.data[name] = copied(value);
    }
    if (Object.keys(changed).length) tell(instance, changed);
    return Object.keys(changed).length > 0;
  }

  return {
    passed: copied,
    create(stage, definition, values) {
      const instance = stage.instance(definition, { born: false });
      const { script } = definition;
      const first = Object.fromEntries(Object.entries(script.properties ?? {}).map(([name, { value }]) => [name, value]));
      instance.self = Object.create({ ...script.methods });
      instance.self.data = { ...copied(script.data ?? {}), ...first };
      instance.data = instance.self.data;
      instance.self.properties = instance.self.data;
      instance.self.setData = (changes, done) => {
        put(instance.self.data, copied(changes));
        if (instance.born) stage.redraw(instance);
        if (done) stage.phone.later(() => done.call(instance.self));
      };
      give(instance, values);
      life(instance, 'created');
      life(instance, 'attached');
      instance.born = true;
      stage.draw(instance);
      life(instance, 'ready');
      return instance;
    },
    update(stage, instance, values) {
      if (give(instance, values)) stage.redraw(instance);
    },
    end: (instance) => instance.script.properties && life(instance, 'detached'),
    handler: (instance, name) => instance.script.methods?.[name] ?? instance.script[name],
  };
};
