Page({
  onLoad() {
    wx.showToast({ title: 'a' };
  },
});
