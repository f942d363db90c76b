/**
 * Components of the shell as Alipay's. They (`component2`) keep what the parent hands over apart in
 * `props`, and tell of new values before they are drawn; the shell expects both in `data`, so it is given a view of the
 * component that has them there.
 * https://opendocs.alipay.com/mini/framework/component_object
 */

/** @param {import('../../../shell/platform').ComponentDefinition} definition */
exports.component = (definition) => {
  const { properties, attached, detached, changed } = definition;
  /** @type {Record<string, null>} */
  const props = {};
  properties.forEach((name) => {
    props[name] = null;
  });

  /** @type {Record<string, (...given: any[]) => void>} */
  const methods = {};
  Object.keys(definition.methods).forEach((name) => {
    /** @this {any} */
    methods[name] = function (...given) {
      return definition.methods[name].apply(viewOf(this), /** @type {any} */ (given));
    };
  });

  Component({
    data: definition.data,
    props,
    /** @this {any} */
    onInit() {
      if (attached) attached.call(viewOf(this));
    },
    /** @this {any} @param {Record<string, unknown>} next */
    deriveDataFromProps(next) {
      const view = viewOf(this);
      const old = view.given;
      if (properties.every((name) => old[name] === next[name])) return;
      view.given = next;
      if (changed) changed.call(view);
    },
    /** @this {any} */
    didUnmount() {
      if (detached) detached.call(viewOf(this));
    },
    methods,
  });
};

/**
 * The component with what its parent gave it in `data`, made once.
 * @param {any} component
 */
function viewOf(component) {
  if (!component.kaipuView) {
    const view = Object.create(component, {
      data: { get: () => Object.assign({}, view.given, component.data) },
    });
    view.given = component.props;
    view.setData = (/** @type {object} */ changes, /** @type {() => void} */ done) => component.setData(changes, done);
    component.kaipuView = view;
  }
  return component.kaipuView;
}
