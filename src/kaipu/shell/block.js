/**
 * Makes a component of a block's script: hands it its words and the shop, draws it again when props, shop or cart
 * change, and only with what changed. The `shop` property is but a stamp that is new when the shop's content is; the
 * content itself is read here, so that a catalogue is not sent to every block.
 */

const platform = require('kaipu/platform');
const store = require('kaipu/store');
const cart = require('kaipu/cart');
const links = require('kaipu/links');
const { pick, shared } = require('kaipu/words');

/** @type {import('./types').Block} */
exports.block = (definition) => {
  /** @type {any} */
  const { derive, counted, data, methods = {}, onCart, onCategory } = definition;
  const words = definition.words ? { ...shared, ...pick(definition.words) } : {};

  /** @param {any} self */
  function draw(self) {
    const view = derive(self.data.props || {}, store.shop(), words);
    const text = JSON.stringify(view);
    if (text === self.drawn) return;
    self.drawn = text;
    self.setData({ view, ...(counted && counted(view, cart.summary())) });
  }

  platform.component({
    properties: ['props', 'shop'],
    data: { view: {}, words, ...data },
    /** @this {any} */
    attached() {
      draw(this);
      this.stops = [];
      if (counted) {
        this.stops.push(
          cart.on((change) => {
            if (change && onCart) onCart.call(this, change);
            else this.setData(counted(this.data.view, cart.summary()));
          }),
        );
      }
      if (onCategory) this.stops.push(links.onCategory((code) => onCategory.call(this, code)));
    },
    /** @this {any} */
    detached() {
      this.stops.forEach((/** @type {() => void} */ stop) => stop());
    },
    /** @this {any} */
    changed() {
      // Some platforms tell of the first values before the block is there.
      if (this.stops) draw(this);
    },
    methods,
  });
};
