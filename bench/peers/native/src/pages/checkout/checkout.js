const { API, totalOf, yuan } = require('../../store/goods');
const shop = require('../../store/shop');

Page({
  data: { kind: 'table', table: '', phone: '', note: '', lines: [], sum: '0', sending: false },
  onLoad() {
    const lines = shop.lines();
    this.setData({ lines, sum: yuan(totalOf(lines)) });
  },
  choose(event) {
    this.setData({ kind: event.currentTarget.dataset.kind });
  },
  write(event) {
    this.setData({ [event.currentTarget.dataset.field]: event.detail.value });
  },
  send() {
    const { kind, table, phone, note, lines, sending } = this.data;
    const missing = kind === 'table' ? !table : !/^1\d{10}$/.test(phone);
    if (missing) return wx.showToast({ title: kind === 'table' ? '请填桌号' : '请填手机号', icon: 'none' });
    if (sending) return undefined;
    this.setData({ sending: true });
    return wx.request({
      url: API + '/orders',
      method: 'POST',
      data: { kind, table, phone, note, lines: lines.map(({ code, choices, quantity }) => ({ code, choices, quantity })) },
      success() {
        shop.clear();
        wx.switchTab({ url: '/pages/orders/orders' });
      },
      fail: () => wx.showToast({ title: '没有提交成功，再试一次', icon: 'none' }),
      complete: () => this.setData({ sending: false }),
    });
  },
});
