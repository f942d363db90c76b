Page({
  data: {},
  onLoad() {
    setTimeout('go()', 10);
  },
});
