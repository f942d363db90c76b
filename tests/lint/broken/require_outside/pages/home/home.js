const a = require('../../../cart');
Page({
  data: {},
  onLoad() {
    console.log(a);
  },
});
