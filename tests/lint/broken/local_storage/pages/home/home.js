Page({
  data: {},
  onLoad() {
    localStorage.setItem('a', 1);
  },
});
