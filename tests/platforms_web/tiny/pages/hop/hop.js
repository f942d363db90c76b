const platform = require('kaipu/platform');

platform.page({
  data: {},
  open() {
    platform.replace('pages/dish/dish', { dish: 'hopped' });
  },
  methods: {},
});
