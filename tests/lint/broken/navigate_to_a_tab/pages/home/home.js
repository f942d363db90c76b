Page({
  data: {},
  onLoad() {
    wx.navigateTo({ url: '/pages/about/about' });
  },
});
