Page({
  data: {},
  onLaod() {},
});
