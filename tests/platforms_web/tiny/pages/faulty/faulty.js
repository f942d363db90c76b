const platform = require('kaipu/platform');

platform.page({
  data: {},
  open() {
    throw new Error('meant to fail');
  },
  methods: {},
});
