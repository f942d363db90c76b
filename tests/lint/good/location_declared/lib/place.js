module.exports = { here: () => wx.getLocation({ type: 'gcj02' }), to: () => wx.chooseAddress({}), picture: () => wx.chooseMedia({}) };
