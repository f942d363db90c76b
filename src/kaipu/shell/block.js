/**
 * Makes a component of a block's script: hands it its words and the shop, draws it again when props, shop or cart change, and
 * only with what changed. The `shop` property is but a stamp that is new when the shop's content is; the content itself is
 * read here, so that a catalogue is not sent to every block.
 */

const platform = require('kaipu/platform');
const store = require('kaipu/store');
const cart = require('kaipu/cart');
const links = require('kaipu/links');
const { pick } = require('kaipu/words');

/** @type {import('./types').Block} */
exports.block = (definition) => {
  const words = definition.words ? pick(definition.words) : /** @type {any} */ ({});

  /** @param {any} self */
  function counted(self) {
    return definition.counted ? definition.counted(self.data.view, cart.summary()) : {};
  }

  /** @param {any} self */
  function draw(self) {
    const view = definition.derive(self.data.props || {}, store.shop(), words);
    const text = JSON.stringify(view);
    if (text === self.drawn) return;
    self.drawn = text;
    self.setData(Object.assign({ view }, definition.counted && definition.counted(view, cart.summary())));
  }

  platform.component({
    properties: ['props', 'shop'],
    data: Object.assign({ view: {}, words }, definition.data),
    attached() {
      /** @type {any} */
      const self = this;
      draw(self);
      self.stops = [];
      if (definition.counted) {
        self.stops.push(cart.on((change) => (change && definition.onCart ? definition.onCart.call(self, change) : self.setData(counted(self)))));
      }
      if (definition.onCategory) self.stops.push(links.onCategory((code) => /** @type {any} */ (definition).onCategory.call(self, code)));
    },
    detached() {
      /** @type {any} */ (this).stops.forEach((/** @type {() => void} */ stop) => stop());
    },
    changed() {
      // Some platforms tell of the first values before the block is there.
      if (/** @type {any} */ (this).stops) draw(this);
    },
    methods: definition.methods || {},
  });
};
