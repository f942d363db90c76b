Page({
  data: {},
  onLoad() {
    console.log(1,, 2);
  },
});
