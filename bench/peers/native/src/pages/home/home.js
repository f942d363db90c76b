const { countOf, pictureOf } = require('../../store/goods');
const shop = require('../../store/shop');

const SHOWN = 6;

Page({
  data: { banners: [], categories: [], dishes: [], n: [] },
  onLoad() {
    this.stop = shop.watch((change) => (change && change.code ? this.count(change) : this.show()));
  },
  onUnload() {
    this.stop();
  },
  show() {
    const { categories, dishes } = shop.catalog();
    const shown = dishes.slice(0, SHOWN).map((dish) => ({ ...dish, image: pictureOf(dish) }));
    const n = shown.map(({ code }) => countOf(shop.lines(), code));
    this.setData({ banners: shown.slice(0, 3), categories: categories.slice(0, 5), dishes: shown, n });
  },
  count({ code, n }) {
    const at = this.data.dishes.findIndex((dish) => dish.code === code);
    if (at >= 0) this.setData({ ['n[' + at + ']']: n });
  },
  look(event) {
    wx.navigateTo({ url: '/pages/dish/dish?code=' + event.currentTarget.dataset.code });
  },
  menu() {
    wx.switchTab({ url: '/pages/menu/menu' });
  },
});
