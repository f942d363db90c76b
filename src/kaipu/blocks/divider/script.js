/** A line between two things. */

const { block } = require('kaipu/block');

block({
  derive(props) {
    return { text: props.text || '', dashed: props.style === 'dashed' };
  },
});
