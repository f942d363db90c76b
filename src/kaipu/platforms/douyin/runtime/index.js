/**
 * The module `kaipu/platform` on Douyin: exactly what shell/platform.d.ts states.
 * https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/overview
 */

const { family } = require('kaipu/family/platform');
const { pay } = require('./pay');

module.exports = family(
  tt,
  {
    name: 'douyin',
    paymentWay: 'jsapi',
    pay,
    // It tells of no language; its own surface is Chinese.
    language: () => 'zh',
  },
  // https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/open-capacity/basic-capacities/link-qrcode
  'q',
);
