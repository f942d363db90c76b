const { totalOf, yuan } = require('../../store/goods');
const shop = require('../../store/shop');

Page({
  data: { lines: [], sum: '0' },
  onLoad() {
    this.stop = shop.watch(() => this.setData({ lines: shop.lines(), sum: yuan(totalOf(shop.lines())) }));
  },
  onUnload() {
    this.stop();
  },
  step(event) {
    const { index, more } = event.currentTarget.dataset;
    const { code, choices } = this.data.lines[index];
    shop.add(code, choices, more);
  },
  clear: shop.clear,
  checkout() {
    wx.navigateTo({ url: '/pages/checkout/checkout' });
  },
});
