module.exports = () => wx.getLocation({});
