/**
 * glass-easel's way to the document: makes elements for tags and writes attributes and styles without markup or inline
 * style sheets, so that a strict Content-Security-Policy holds. Knows nothing of pages or shops.
 */
import { Element, NativeNode } from 'glass-easel';
import { setAttribute } from './attributes.js';
import { createBuiltIn } from './elements/index.js';
import { listen } from './events.js';
import { lengths } from './lengths.js';

const DOMLIKE = 3;

/** @type {any} what glass-easel calls a DOM-like context */
export const context = {
  mode: DOMLIKE,
  document: {
    createElement: createBuiltIn,
    createTextNode: (text) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  },
  destroy() {},
  getWindowWidth: () => document.documentElement.clientWidth,
  getWindowHeight: () => document.documentElement.clientHeight,
  getDevicePixelRatio: () => window.devicePixelRatio,
  getTheme: () => 'light',
  registerStyleSheetContent() {},
  appendStyleSheetPath: () => 0,
  disableStyleSheet() {},
  render(done) {
    requestAnimationFrame(() => done(null));
  },
  getRootNode: () => document.body,
  associateValue(element, value) {
    element.__wxElement = value;
  },
  onEvent() {},
  setListenerStats: (element, type, capture, level) => listen(element, type, level, capture),
  setModelBindingStat() {},
};

/** Values reach built-ins as they are: glass-easel itself would turn lists and objects into strings. */
NativeNode.prototype.updateAttribute = function updateAttribute(name, value) {
  setAttribute(this.getBackendElement(), name, value);
};

/** The style attribute is refused by the policy; the same text through the object model is not. */
Element.prototype.setNodeStyle = function setNodeStyle(style) {
  const element = /** @type {any} */ (this.getBackendElement());
  if (element) element.style.cssText = lengths(style);
};
