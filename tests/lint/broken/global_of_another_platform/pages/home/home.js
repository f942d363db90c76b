Page({
  data: {},
  onLoad() {
    my.showToast({ content: 'a' });
  },
});
