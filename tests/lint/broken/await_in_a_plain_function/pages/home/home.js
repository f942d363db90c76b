Page({
  data: {},
  onLoad() {
    await wx.login();
  },
});
