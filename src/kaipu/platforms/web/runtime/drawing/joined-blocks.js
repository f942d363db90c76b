/**
 * Blocks that joined after the bundle was made: each comes in a script of its own, which the document names. On a page a
 * node of such a block is drawn by <kaipu-node>, which makes the block's component inside itself.
 */
import { Component } from 'glass-easel';
import { NO_COPY, declare, ensure, isHere, provide, space } from './components.js';
import { inPreview } from '../preview.js';
import { language } from '../language.js';

const TAG = 'kaipu-node';
const HANDED_DOWN = ['props', 'shop'];
const MISSING = { zh: '没有装这个模块：', en: 'This block is not installed: ' };

/** @typedef {{components: {path: string}[], templates: object, loads: Record<string, () => void>}} Joined */

/** Those whose scripts have run, and those that come yet. */
export function takeJoinedBlocks() {
  const place = /** @type {{kaipuBlocks?: Joined[]}} */ (/** @type {unknown} */ (window));
  const come = place.kaipuBlocks ?? [];
  place.kaipuBlocks = /** @type {any} */ ({ push: join });
  come.forEach(join);
  declare([{ path: TAG, using: {}, made: defineNode(), loaded: true }]);
}

/** @param {Joined} joined */
function join(joined) {
  declare(joined.components);
  provide(joined);
}

function defineNode() {
  const given = { type: null, value: null, comparer: () => true };
  return space.defineComponent({
    is: TAG,
    options: { dataDeepCopy: NO_COPY, propertyPassingDeepCopy: NO_COPY },
    properties: { block: given, props: given, shop: given },
    observers: { [HANDED_DOWN.join(', ')]: handDown },
    lifetimes: { attached: draw },
  });
}

/** @this {any} */
function draw() {
  const { block } = this.data;
  const path = `blocks/${block}/${block}`;
  if (!isHere(path)) return void (inPreview && (this.$$.textContent = MISSING[language()] + block));
  const root = this.getShadowRoot();
  this.drawn = root.createComponentByDef(`kp-${block.replaceAll('_', '-')}`, ensure(path).made);
  handDown.call(this);
  root.appendChild(this.drawn);
}

/** @this {any} */
function handDown() {
  if (!this.drawn) return;
  const proxy = Component.getDataProxy(this.drawn);
  HANDED_DOWN.forEach((name) => proxy.replaceProperty(name, this.data[name]));
  proxy.applyDataUpdates(true);
}
