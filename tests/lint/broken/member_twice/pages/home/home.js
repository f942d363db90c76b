Page({
  data: {},
  onLoad() {},
  onLoad() {},
});
