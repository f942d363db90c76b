"""The same six-page noodle shop written by hand for WeChat, and with Taro, uni-app and Mpx, beside Kaipu's own."""
