/** One picture. */

const { block } = require('kaipu/block');
const { open, leads } = require('kaipu/links');
const { address } = require('kaipu/goods/pictures');

block({
  words: { zh: { picture: '图片' }, en: { picture: 'Picture' } },
  derive(props, shop, words) {
    return {
      picture: address(props.picture, shop),
      caption: props.caption || '',
      label: props.caption || words.picture,
      shape: props.shape || 'wide',
      linked: leads(props.link),
    };
  },
  methods: {
    tap() {
      open(this.data.props.link);
    },
  },
});
