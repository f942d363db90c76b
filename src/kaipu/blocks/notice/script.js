/** A line that matters today. */

const { block } = require('kaipu/block');
const { open, leads } = require('kaipu/links');

block({
  derive(props) {
    return { text: props.text || '', linked: leads(props.link) };
  },
  methods: {
    tap() {
      open(this.data.props.link);
    },
  },
});
