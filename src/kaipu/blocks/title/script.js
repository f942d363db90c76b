/** A heading for what follows. */

const { block } = require('kaipu/block');
const { open, leads } = require('kaipu/links');

block({
  words: { zh: { more: '更多' }, en: { more: 'More' } },
  derive(props, shop, words) {
    return {
      text: props.text || '',
      subtitle: props.subtitle || '',
      center: props.align === 'center',
      more: leads(props.link),
      label: words.more + ' ' + (props.text || ''),
    };
  },
  methods: {
    tap() {
      open(this.data.props.link);
    },
  },
});
