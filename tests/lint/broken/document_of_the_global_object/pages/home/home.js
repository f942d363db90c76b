Page({
  data: {},
  onLoad() {
    globalThis.document.title = '';
  },
});
