Page({
  data: {},
  onLoad() {
    const a = 'b;
    console.log(a, 'c');
  },
});
