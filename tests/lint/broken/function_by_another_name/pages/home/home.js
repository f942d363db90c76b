Page({
  data: {},
  onLoad() {
    const F = Function;
    F('a')();
  },
});
