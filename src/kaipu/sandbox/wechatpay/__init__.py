"""WeChat Pay API v3, and the mini-program login beside it, from the gateway's side."""
