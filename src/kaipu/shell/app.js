/** Where the mini-program starts. */

const platform = require('kaipu/platform');
const store = require('kaipu/store');
const table = require('kaipu/orders/table');

platform.app({
  launch(query) {
    table.remember(query.table);
  },
  show() {
    store.refresh();
  },
});
