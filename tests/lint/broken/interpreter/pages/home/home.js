const { Interpreter } = require('../../lib/eval5.js');
Page({
  data: {},
  onLoad() {
    this.setData({ a: Interpreter });
  },
});
