const { pictureOf } = require('../../store/goods');
const shop = require('../../store/shop');

Page({
  data: { dish: null },
  onLoad({ code }) {
    this.stop = shop.watch((change) => {
      const dish = shop.dish(code);
      if (!change) this.setData({ dish: dish ? { ...dish, image: pictureOf(dish) } : null });
    });
  },
  onUnload() {
    this.stop();
  },
  back() {
    wx.navigateBack();
  },
});
