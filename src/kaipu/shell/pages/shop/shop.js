/** What the shop says about itself. */

const { status, week } = require('kaipu/hours');
const { screen, store, links } = require('kaipu/screen');

screen({
  words: {
    zh: {
      title: '门店',
      hours: '营业时间',
      address: '地址',
      map: '看地图',
      phones: '电话',
      call: '打电话',
      notices: '店家说',
      orders: '我的订单',
    },
    en: {
      title: 'The shop',
      hours: 'Hours',
      address: 'Address',
      map: 'Map',
      phones: 'Telephone',
      call: 'Call',
      notices: 'Good to know',
      orders: 'My orders',
    },
  },
  data: {
    name: '',
    branch: '',
    description: '',
    open: true,
    text: '',
    hours: /** @type {ReturnType<typeof week>} */ ([]),
    address: '',
    map: false,
    phones: /** @type {string[]} */ ([]),
    notices: /** @type {string[]} */ ([]),
  },
  draw() {
    const shop = store.shop();
    const { name, branch, address, phones, notices, latitude } = shop.shop;
    this.setData({
      name,
      branch,
      address,
      phones,
      notices,
      ...status(shop),
      description: store.content().definition.description || '',
      hours: week(shop),
      map: latitude !== null,
    });
  },
  methods: {
    map() {
      links.open({ kind: 'map' });
    },
    call(event) {
      links.open({ kind: 'call', phone: event.currentTarget.dataset.phone });
    },
    orders() {
      links.openPage('@orders');
    },
  },
});
