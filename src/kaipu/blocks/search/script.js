/** A box that leads to finding a dish. */

const { block } = require('kaipu/block');
const { openPage } = require('kaipu/links');

block({
  words: { zh: { search: '搜索菜品', hint: '想吃点什么' }, en: { search: 'Search dishes', hint: 'What would you like' } },
  derive(props, shop, words) {
    return { hint: props.hint || words.hint };
  },
  methods: {
    tap() {
      openPage('@search');
    },
  },
});
