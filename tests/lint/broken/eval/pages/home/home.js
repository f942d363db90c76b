Page({
  data: {},
  onLoad() {
    eval('1');
  },
});
