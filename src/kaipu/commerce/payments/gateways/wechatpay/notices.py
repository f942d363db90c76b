"""A notice of WeChat Pay, verified and opened from what is at hand. It has no way out to the network, on purpose.

Documentation: "Payment success notice", pay.weixin.qq.com/doc/v3/merchant/4012791861, and the refund notice.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from pydantic import ValidationError

from kaipu.commerce.payments.gateway import Notice, PaymentFact, RefundFact, Untrusted
from kaipu.commerce.payments.gateways.wechatpay.keys import PlatformKeys
from kaipu.commerce.payments.gateways.wechatpay.sealed import open_sealed
from kaipu.commerce.payments.gateways.wechatpay.signatures import verify_signed
from kaipu.commerce.payments.gateways.wechatpay.wire import WireNotice, WirePayment, WireRefund


def read_notice(
    headers: Mapping[str, str], body: bytes, keys: PlatformKeys, api_v3_key: str, merchant_id: str, now: datetime
) -> Notice:
    """The notice, or Untrusted. Nothing of it is looked at before its signature holds."""
    verify_signed(headers, body, keys, now)
    try:
        envelope = WireNotice.model_validate_json(body)
        plain = open_sealed(envelope.resource, api_v3_key)
        fact = _fact(envelope.event_type, plain)
    except (ValidationError, ValueError):
        raise Untrusted("unreadable") from None
    if fact.merchant_id != merchant_id:
        raise Untrusted("other_merchant")
    return Notice(id=envelope.id, event=envelope.event_type, fact=fact)


def _fact(event: str, plain: bytes) -> PaymentFact | RefundFact:
    if event.startswith("TRANSACTION."):
        return WirePayment.model_validate_json(plain).fact()
    if event.startswith("REFUND."):
        return WireRefund.model_validate_json(plain).fact()
    raise ValueError("a notice about something else")
