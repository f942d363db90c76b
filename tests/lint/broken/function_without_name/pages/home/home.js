function () {}
Page({
  data: {},
  onLoad() {
    return 1;
  },
});
