/**
 * Alipay's `component2`: what the parent gives is in `props`, never in `data`, and is no copy; `deriveDataFromProps` comes
 * before each drawing, with the old `props` still there; `didMount` and `didUpdate` after it.
 * https://opendocs.alipay.com/mini/framework/component-lifecycle
 */
import { put } from '../data.mjs';

const given = (script, values) => ({ ...script.props, ...values });

export const propsModel = {
  passed: (changes) => changes,
  create(stage, definition, values) {
    const instance = stage.instance(definition, { born: false });
    const { script } = definition;
    instance.self = Object.assign(Object.create({ ...script.methods }), { data: structuredClone(script.data ?? {}), props: given(script, values) });
    const scope = () => Object.assign(Object.create(null), instance.self.props, instance.self.data);
    Object.defineProperty(instance, 'data', { get: scope });
    instance.self.setData = (changes, done) => {
      put(instance.self.data, changes);
      if (instance.born) stage.redraw(instance);
      if (done) stage.phone.later(() => done.call(instance.self));
    };
    script.onInit?.call(instance.self);
    script.deriveDataFromProps?.call(instance.self, instance.self.props);
    instance.born = true;
    stage.draw(instance);
    stage.phone.later(() => instance.gone || script.didMount?.call(instance.self));
    return instance;
  },
  update(stage, instance, values) {
    const { self, script } = instance;
    const before = self.props;
    const next = given(script, values);
    script.deriveDataFromProps?.call(self, next);
    self.props = next;
    stage.draw(instance);
    script.didUpdate?.call(self, before, self.data);
  },
  end: (instance) => instance.script.didUnmount?.call(instance.self),
  handler: (instance, name) => instance.script.methods?.[name] ?? instance.script[name],
};
