const { block } = require('kaipu/block');

block({
  methods: {},
