App({
  onLaunch() {
    this.globalData.started = Date.now();
  },
  globalData: { started: 0 },
});
