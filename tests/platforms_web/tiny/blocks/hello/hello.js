const platform = require('kaipu/platform');

platform.component({
  properties: ['props', 'shop'],
  data: { count: 0 },
  attached() {
    this.setData({ count: 1 });
  },
  methods: {
    add(event) {
      this.setData({ count: this.data.count + event.currentTarget.dataset.step });
    },
  },
});
