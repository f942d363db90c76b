/** Some air between two things. */

const { block } = require('kaipu/block');

block({
  derive(props) {
    return { size: props.size || 'medium' };
  },
});
