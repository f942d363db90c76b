const { API } = require('../../store/goods');

Page({
  data: { orders: [], states: { unpaid: '待付款', paid: '制作中', done: '已完成', cancelled: '已取消' } },
  onShow() {
    this.load();
  },
  onPullDownRefresh() {
    this.load();
  },
  load() {
    wx.request({
      url: API + '/orders',
      success: ({ data }) => this.setData({ orders: data }),
      complete: () => wx.stopPullDownRefresh(),
    });
  },
});
