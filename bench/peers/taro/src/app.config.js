export default defineAppConfig({
  pages: ['pages/home', 'pages/menu', 'pages/cart', 'pages/orders', 'pages/dish', 'pages/checkout'],
  window: { navigationBarTitleText: '老王面馆', navigationBarBackgroundColor: '#FFF8F0' },
  tabBar: {
    selectedColor: '#B3261E',
    list: [
      { pagePath: 'pages/home', text: '首页' },
      { pagePath: 'pages/menu', text: '点餐' },
      { pagePath: 'pages/cart', text: '购物车' },
      { pagePath: 'pages/orders', text: '订单' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
});
