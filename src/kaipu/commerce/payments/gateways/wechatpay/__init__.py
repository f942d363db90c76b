"""WeChat Pay API v3, written from its documentation: pay.weixin.qq.com/doc/v3/merchant."""
