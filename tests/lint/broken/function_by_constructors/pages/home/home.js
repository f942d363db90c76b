Page({
  data: {},
  onLoad() {
    ({}).constructor.constructor('return 1')();
  },
});
