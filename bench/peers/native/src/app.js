const shop = require('./store/shop');

App({
  onLaunch: shop.load,
});
