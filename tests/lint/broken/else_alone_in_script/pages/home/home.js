Page({
  onLoad() {
    else { return; }
  },
});
