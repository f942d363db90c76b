Page({
  data: {}
  onLoad() {},
});
