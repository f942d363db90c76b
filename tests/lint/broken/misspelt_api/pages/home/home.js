Page({
  data: {},
  onLoad() {
    wx.requst({ url: 'a' });
  },
});
