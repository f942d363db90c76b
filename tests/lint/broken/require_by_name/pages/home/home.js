const name = './a';
const a = require(name);
Page({
  data: {},
  onLoad() {
    console.log(a);
  },
});
