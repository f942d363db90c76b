Page({
  data: {},
  onLoad() {
    window.scrollTo(0, 0);
  },
});
