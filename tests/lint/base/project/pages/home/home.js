const { yuan } = require('../../lib/money');

Page({
  data: { teas: [], label: '' },
  onLoad() {
    this.setData({ label: yuan(100) });
  },
  pick(event) {
    wx.showToast({ title: event.detail });
  },
  open() {
    wx.switchTab({ url: '/pages/about/about' });
  },
});
