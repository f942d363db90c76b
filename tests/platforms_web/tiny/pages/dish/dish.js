const platform = require('kaipu/platform');

platform.page({
  data: { code: '', table: '', answer: '' },
  open(query) {
    this.setData({ code: query.dish, table: (platform.read('launched') || {}).table || '' });
    platform.setTabBadge(1, '3');
  },
  methods: {
    ask() {
      platform.confirm({ text: 'Sure?', yes: 'Yes', no: 'No' }).then((answer) => {
        this.setData({ answer: String(answer) });
        platform.toast('said ' + answer);
      });
    },
    orders() {
      platform.navigate('pages/orders/orders');
    },
    pay() {
      platform.pay({ way: 'h5', url: '/pay?back=' + encodeURIComponent(platform.pageUrl('pages/order/order', { id: '7' })) });
    },
  },
});
