/** A word of welcome. */

const { block } = require('kaipu/block');

block({
  derive(props) {
    return { text: props.text };
  },
  methods: {
    tap() {
      this.setData({ seen: true });
    },
  },
  data: { seen: false },
});
