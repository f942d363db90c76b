Page({
  data: {},
  onLoad() {
    wx.getLocation({ type: 'gcj02' });
  },
});
