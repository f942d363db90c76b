const a = 1;
a = 2;
Page({
  data: {},
  onLoad() {
    console.log(a);
  },
});
