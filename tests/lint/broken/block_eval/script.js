const { block } = require('kaipu/block');

block({
  derive(props) {
    return { text: eval(props.text) };
  },
  methods: { tap() {} },
  data: { seen: false },
});
