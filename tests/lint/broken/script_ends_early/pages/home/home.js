Page({
  data: {},
}
