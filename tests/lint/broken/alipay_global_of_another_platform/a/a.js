Page({ go() { wx.showToast({}); } });
