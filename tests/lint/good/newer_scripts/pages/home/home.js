import { yuan as format } from '../../lib/money';

const names = { ...{ a: 1 }, b: [, 2], [`c${1}`]: 3 };

class Tea {
  #price = 1n;

  static of = () => new Tea();

  get price() {
    return this.#price ?? 0;
  }
}

Page({
  data: { teas: [], label: names?.a },
  async onLoad({ id = 1, ...rest }) {
    await new Promise((done) => setTimeout(done, 10));
    for (const [key, value] of Object.entries(rest)) {
      if (!value) continue;
      console.log(key, id, /[/]\/\//g.test(key), 1_000, Tea.of());
    }
    label: for (;;) {
      break label;
    }
    switch (id) {
      case 1: {
        let a = 1;
        this.setData({ label: format(a) });
        break;
      }
      default:
        this.setData({ label: `a ${`b ${id}`} c` });
    }
  },
  pick() {},
  open() {
    const that = this;
    that.other();
    this.later = () => {};
    this.later();
    if (wx.somethingNew) wx.showToast({ title: '' });
  },
});
