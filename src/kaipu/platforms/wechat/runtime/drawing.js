/** Pages and components of the shell as WeChat's. */

const { addressOf, queryOf } = require('./places');

/** @param {import('../../../shell/platform').PageDefinition} definition */
exports.page = (definition) => {
  const { open, show, hide, close, pullDown, share } = definition;
  /** @type {Record<string, unknown>} */
  const page = {
    data: definition.data,
    /** @this {any} @param {Record<string, string | undefined>} query */
    onLoad(query) {
      if (open) open.call(this, queryOf(query), this.route);
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
    const stop = () => wx.stopPullDownRefresh();
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
  const { attached, detached, changed, methods, data } = definition;
  /** @type {Record<string, { type: null, value: null }>} */
  const properties = {};
  definition.properties.forEach((name) => {
    properties[name] = { type: null, value: null };
  });
  Component({
    properties,
    data,
    lifetimes: { attached, detached },
    observers: changed ? { [definition.properties.join()]: changed } : {},
    methods,
  });
};
