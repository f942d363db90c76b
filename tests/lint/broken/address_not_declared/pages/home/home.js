Page({
  data: {},
  onLoad() {
    wx.chooseAddress({});
  },
});
