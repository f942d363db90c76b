const a = require('../../lib/cart');
Page({
  data: {},
  onLoad() {
    console.log(a);
  },
});
