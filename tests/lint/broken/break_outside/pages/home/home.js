Page({
  data: {},
  onLoad() {
    break;
  },
});
