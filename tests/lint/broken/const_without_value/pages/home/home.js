Page({
  data: {},
  onLoad() {
    const a;
  },
});
