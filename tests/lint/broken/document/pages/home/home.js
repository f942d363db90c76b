Page({
  data: {},
  onLoad() {
    const a = document.body;
    console.log(a);
  },
});
