/**
 * A sentence that can lead somewhere. 一句话，点了可以去别处。
 *
 * Plain ES2018, the same on every platform: no window, no platform's own API. What the shell offers is a module:
 * kaipu/links, kaipu/cart, kaipu/money, kaipu/hours, kaipu/words, kaipu/store, kaipu/goods/... (docs/reference/modules.md).
 * Prices are the catalogue's alone: cart.add takes a dish, never a price. Nothing tells a block that it was shown or
 * removed, so it has no interval: nobody could stop it.
 * 普通的 ES2018，各平台同一份：不用 window，也不用平台自己的 API；要用的能力都在 kaipu/ 开头的模块里（docs/reference/modules.md）。
 * 价格只来自商品目录：cart.add 只收菜品，不收价格。模块不知道自己何时显示、何时移走，所以不要用 setInterval：没有人能停下它。
 */

const { block } = require('kaipu/block');
const { open, leads } = require('kaipu/links');

block({
  // Every string that the block says by itself, in both languages. 模块自己说的话，中英文都要有。
  words: { zh: { go: '去看看' }, en: { go: 'Go and see' } },

  // What the template shows. Pure: called at the start, when props or shop change, and when its page is shown again after
  // more than a minute. The time is shop.now_ms.
  // 模板要显示的东西。不能有副作用：开始时算一次，内容或店铺变了再算，过了一分钟再回到页面也再算。现在的时间是 shop.now_ms。
  derive(props, shop, words) {
    return {
      text: props.text || '',
      loud: props.tone === 'loud',
      leads: leads(props.link),
      label: words.go + ' ' + (props.text || ''),
    };
  },

  // What the template binds; data-dish="..." is event.currentTarget.dataset.dish here.
  // 模板里绑定的动作；模板写 data-dish="..."，这里用 event.currentTarget.dataset.dish 取。
  methods: {
    go() {
      open(this.data.props.link);
    },
  },
});
