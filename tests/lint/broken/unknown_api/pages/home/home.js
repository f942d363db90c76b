Page({
  data: {},
  onLoad() {
    wx.makeTea({});
  },
});
