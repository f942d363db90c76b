/** The shop itself: open or closed now, its hours, address and telephone. */

const { block } = require('kaipu/block');
const { open } = require('kaipu/links');
const { status, week } = require('kaipu/hours');
const { address } = require('kaipu/goods/pictures');

block({
  words: { zh: { call: '打电话', map: '看地图' }, en: { call: 'Call', map: 'Map' } },
  derive(props, shop) {
    const { name, branch, phones, latitude } = shop.shop;
    const now = status(shop);
    return {
      name,
      branch,
      picture: address(props.picture || '', shop),
      open: now.open,
      status: now.text,
      hours: props.hours === false ? [] : week(shop),
      address: shop.shop.address,
      map: latitude !== null,
      phones,
    };
  },
  methods: {
    call(event) {
      open({ kind: 'call', phone: event.currentTarget.dataset.phone });
    },
    map() {
      open({ kind: 'map' });
    },
  },
});
