const platform = require('kaipu/platform');
const store = require('kaipu/store');

platform.app({
  launch(query) {
    platform.write('launched', query);
  },
  show() {
    store.refresh();
  },
});
