/** What the shop says about itself. */

const links = require('kaipu/links');
const store = require('kaipu/store');
const { status, week } = require('kaipu/hours');
const { screen } = require('kaipu/screen');

screen({
  words: {
    zh: { title: '门店', hours: '营业时间', address: '地址', map: '看地图', phones: '电话', call: '打电话', notices: '店家说', orders: '我的订单' },
    en: { title: 'The shop', hours: 'Hours', address: 'Address', map: 'Map', phones: 'Telephone', call: 'Call', notices: 'Good to know', orders: 'My orders' },
  },
  data: {
    name: '',
    branch: '',
    description: '',
    open: true,
    status: '',
    hours: /** @type {ReturnType<typeof week>} */ ([]),
    address: '',
    map: false,
    phones: /** @type {string[]} */ ([]),
    notices: /** @type {string[]} */ ([]),
  },
  draw() {
    const { shop, definition } = store.content();
    const now = status(shop, Date.now());
    const { name, branch, address, phones, notices, latitude } = shop;
    const description = definition.description || '';
    const hours = week(shop, Date.now());
    this.setData({ name, branch, description, open: now.open, status: now.text, hours, address, map: latitude !== null, phones, notices });
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
