"""The world outside: a payment gateway that speaks WeChat Pay API v3 on this machine, with its own keys and records.

It knows nothing of Kaipu and shares no code with the client it answers, so that each checks the other.
"""

from kaipu.sandbox.server import serve
from kaipu.sandbox.wechatpay.merchants import Merchant, register_merchant

__all__ = ["Merchant", "register_merchant", "serve"]
