const { block } = require('kaipu/block');
const { tea } = require('kaipu/tea');

block({
  derive(props) {
    return { text: tea(props.text) };
  },
  methods: { tap() {} },
  data: { seen: false },
});
