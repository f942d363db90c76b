const { yuan } = require('../../lib/money.js');

Page({ data: { price: yuan(1) }, go() { wx.navigateTo({ url: '../a/a?b=1' }); } });
