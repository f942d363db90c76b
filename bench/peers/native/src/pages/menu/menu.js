const { countOf, groupsOf, pictureOf, totalOf, yuan } = require('../../store/goods');
const shop = require('../../store/shop');

Page({
  data: { groups: [], n: [], c: [], count: 0, sum: '0', active: 0, into: '', dish: null },
  onLoad() {
    this.stop = shop.watch((change) => (change && change.code ? this.count(change) : this.show()));
  },
  onUnload() {
    this.stop();
  },
  show() {
    const lines = shop.lines();
    let at = 0;
    const groups = groupsOf(shop.catalog()).map((group) => ({
      ...group,
      dishes: group.dishes.map((dish) => ({ ...dish, image: pictureOf(dish), at: at++ })),
    }));
    const counts = groups.map(({ dishes }) => dishes.map(({ code }) => countOf(lines, code)));
    const c = counts.map((some) => some.reduce((sum, count) => sum + count, 0));
    this.setData({ groups, n: [].concat(...counts), c, count: countOf(lines), sum: yuan(totalOf(lines)) });
  },
  count({ code, n, count, sum }) {
    const { category } = shop.dish(code);
    const group = this.data.groups.findIndex((one) => one.code === category);
    const { at } = this.data.groups[group].dishes.find((dish) => dish.code === code);
    const c = this.data.c[group] + n - this.data.n[at];
    this.setData({ ['n[' + at + ']']: n, ['c[' + group + ']']: c, count, sum });
  },
  go(event) {
    const active = event.currentTarget.dataset.index;
    this.setData({ active, into: 'g' + active });
  },
  step(event) {
    const { code, more } = event.currentTarget.dataset;
    shop.add(code, [], more);
  },
  choose(event) {
    this.setData({ dish: shop.dish(event.currentTarget.dataset.code) });
  },
  close() {
    this.setData({ dish: null });
  },
  look(event) {
    wx.navigateTo({ url: '/pages/dish/dish?code=' + event.currentTarget.dataset.code });
  },
  checkout() {
    if (this.data.count) wx.navigateTo({ url: '/pages/checkout/checkout' });
  },
});
