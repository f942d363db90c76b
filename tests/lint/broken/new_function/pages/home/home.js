Page({
  data: {},
  onLoad() {
    return new Function('return 1')();
  },
});
