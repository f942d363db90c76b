/** Formatted text. It was cleaned when it was written: only a few tags and two styles can be in it. */

const { block } = require('kaipu/block');

block({
  derive(props) {
    return { text: props.text || '', card: props.card !== false };
  },
});
