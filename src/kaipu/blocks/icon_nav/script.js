/** Small pictures that lead somewhere. */

const { block } = require('kaipu/block');
const { open } = require('kaipu/links');
const { address } = require('kaipu/goods/pictures');

/** @typedef {{ label: string, picture?: string, link: import('kaipu/types').Link }} Entry */

block({
  derive(props, shop) {
    return {
      items: /** @type {Entry[]} */ (props.items || []).map((item, index) => ({
        index,
        label: item.label,
        letter: item.label.slice(0, 1),
        picture: address(item.picture || '', shop),
      })),
      columns: props.columns || 4,
    };
  },
  methods: {
    tap(event) {
      open(this.data.props.items[event.currentTarget.dataset.index].link);
    },
  },
});
