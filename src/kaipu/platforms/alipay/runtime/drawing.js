/**
 * Pages and components of the shell as Alipay's. Its components (`component2`) keep what the parent hands over apart in
 * `props`, and tell of new values before they are drawn; the shell expects both in `data`, so it is given a view of the
 * component that has them there.
 * https://opendocs.alipay.com/mini/framework/component_object
 */

const { addressOf, queryOf } = require('./places');

/** @param {import('../../../shell/platform').PageDefinition} definition */
exports.page = (definition) => {
  const { open, show, hide, close, pullDown, share } = definition;
  /** @type {Record<string, unknown>} */
  const page = {
    data: definition.data,
    /** @this {any} @param {Record<string, string | undefined> | null} query */
    onLoad(query) {
      if (open) open.call(this, queryOf(query || {}), this.route);
    },
    onShow: show,
    onHide: hide,
    onUnload: close,
  };
  if (pullDown) page.onPullDownRefresh = refresh(pullDown);
  if (share) page.onShareAppMessage = sharing(share);
  Page(Object.assign(page, definition.methods));
};

/** @param {() => Promise<void>} pullDown */
const refresh = (pullDown) =>
  /** @this {any} */
  function () {
    const stop = () => my.stopPullDownRefresh();
    pullDown.call(this).then(stop, stop);
  };

/** @param {() => { title: string, path: string, picture?: string }} share */
const sharing = (share) =>
  /** @this {any} */
  function () {
    const { title, path, picture } = share.call(this);
    return { title, path: addressOf(path), imageUrl: picture };
  };

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
