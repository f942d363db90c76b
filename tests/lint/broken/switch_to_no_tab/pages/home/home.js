Page({
  data: {},
  onLoad() {
    wx.switchTab({ url: '/pages/cart/cart' });
  },
});
