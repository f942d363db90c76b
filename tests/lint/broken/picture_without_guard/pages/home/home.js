Page({
  data: {},
  onLoad() {
    wx.chooseMedia({});
  },
});
