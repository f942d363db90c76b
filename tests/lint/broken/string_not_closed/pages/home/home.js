Page({
  data: { a: 'b },
});
