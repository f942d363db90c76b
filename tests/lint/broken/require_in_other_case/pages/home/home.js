const a = require('../../lib/Money');
Page({
  data: {},
  onLoad() {
    console.log(a);
  },
});
