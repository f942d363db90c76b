const platform = require('kaipu/platform');

platform.page({
  data: { rows: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], pulled: 0, pressed: 0 },
  pullDown() {
    this.setData({ pulled: this.data.pulled + 1 });
    return Promise.reject(new Error('offline'));
  },
  methods: {
    press() {
      this.setData({ pressed: this.data.pressed + 1 });
    },
  },
});
