/**
 * A sentence that can lead somewhere. 一句话，点了可以去别处。
 *
 * Plain ES2018, the same on every platform: no window, no platform's own API. What the shell offers is a module:
 * kaipu/links, kaipu/cart, kaipu/money, kaipu/hours, kaipu/words, kaipu/store, kaipu/goods/...
 * 普通的 ES2018，各平台同一份：不用 window，也不用平台自己的 API；要用的能力都在 kaipu/ 开头的模块里。
 */

const { block } = require('kaipu/block');
const { open, leads } = require('kaipu/links');

block({
  // Every string that the block says by itself, in both languages. 模块自己说的话，中英文都要有。
  words: { zh: { go: '去看看' }, en: { go: 'Go and see' } },

  // What the template shows. Pure: called at the start, and again when props or shop change.
  // 模板要显示的东西。不能有副作用：开始时算一次，内容或店铺变了再算。
  derive(props, shop, words) {
    return {
      text: props.text || '',
      loud: props.tone === 'loud',
      leads: leads(props.link),
      label: words.go + ' ' + (props.text || ''),
    };
  },

  // What the template binds. 模板里绑定的动作。
  methods: {
    go() {
      open(this.data.props.link);
    },
  },
});
