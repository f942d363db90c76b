/** Large pictures that take turns. */

const { block } = require('kaipu/block');
const { open, leads } = require('kaipu/links');
const { address } = require('kaipu/goods/pictures');

/** @typedef {{ picture: string, title?: string, subtitle?: string, link?: import('kaipu/types').Link }} Slide */

block({
  words: { zh: { picture: '店铺图片' }, en: { picture: 'Picture of the shop' } },
  derive(props, shop, words) {
    const items = /** @type {Slide[]} */ (props.items || []);
    return {
      slides: items.map((item, index) => ({
        index,
        picture: address(item.picture, shop),
        title: item.title || '',
        subtitle: item.subtitle || '',
        label: [item.title, item.subtitle].filter((text) => text).join(' ') || words.picture,
        link: item.link,
        linked: leads(item.link),
      })),
      tall: props.shape === 'tall',
      autoplay: props.autoplay !== false && items.length > 1,
      interval_ms: props.interval_ms || 5000,
    };
  },
  data: { current: 0 },
  methods: {
    tap(event) {
      open(this.data.view.slides[event.currentTarget.dataset.index].link);
    },
    turned(event) {
      this.setData({ current: event.detail.current });
    },
  },
});
