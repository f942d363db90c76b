/** What this copy of the template is told about its shop. https://developers.weixin.qq.com/miniprogram/dev/api/ext/wx.getExtConfigSync.html */

exports.read = () => wx.getExtConfigSync();
