const { block } = require('kaipu/block');

block({ derive: () => ({}) });
