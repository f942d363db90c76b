Page({
  data: {},
  onLoad() {
    this.lodaTeas();
  },
});
