"""WeChat Pay API v3 for one merchant: the calls a small shop needs, each as documented.

JSAPI prepay /doc/v3/merchant/4012791856, H5 prepay /4012791834, query /4012556352, close /4012556398,
refund /4012587971 and /4013071041, all at pay.weixin.qq.com. Knows nothing of orders.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError

from kaipu.commerce.payments.gateway import (
    GatewayRefused,
    GatewayUnreachable,
    PaymentFact,
    PlatformCertificate,
    Purchase,
    RefundFact,
    RefundOrder,
    Way,
)
from kaipu.commerce.payments.gateways.wechatpay.certificates import fetch_certificates
from kaipu.commerce.payments.gateways.wechatpay.signatures import Signer
from kaipu.commerce.payments.gateways.wechatpay.transport import JsonObject, Transport
from kaipu.commerce.payments.gateways.wechatpay.wire import WirePayment, WirePrepay, WireRefund

CURRENCY = "CNY"
MAX_DESCRIPTION = 42
MAX_REASON = 26
BEIJING = ZoneInfo("Asia/Shanghai")
Model = TypeVar("Model", bound=BaseModel)


class WeChatPayClient:
    """Implements GatewayClient."""

    def __init__(
        self,
        transport: Transport,
        signer: Signer,
        app_id: str,
        api_v3_key: str,
        clock: Callable[[], datetime],
        nonce: Callable[[], str],
    ) -> None:
        self._transport = transport
        self._signer = signer
        self._app_id = app_id
        self._api_v3_key = api_v3_key
        self._clock = clock
        self._nonce = nonce

    def prepare(self, purchase: Purchase) -> str:
        """The h5_url (good for 5 minutes) or the prepay_id (good for 2 hours)."""
        answer = _read(WirePrepay, self._transport.post(f"/v3/pay/transactions/{purchase.way}", self._body(purchase)))
        ticket = answer.h5_url if purchase.way is Way.H5 else answer.prepay_id
        if not ticket:
            raise GatewayUnreachable("The gateway's answer lacks what was asked for.")
        return ticket

    def invite(self, way: Way, ticket: str, return_url: str) -> dict[str, object]:
        """A URL that leads back to `return_url`, or the parameters of the mini-program's payment call."""
        if way is Way.H5:
            joint = "&" if "?" in ticket else "?"
            return {"way": way.value, "url": f"{ticket}{joint}{urlencode({'redirect_url': return_url})}"}
        package, nonce, seconds = f"prepay_id={ticket}", self._nonce(), str(int(self._clock().timestamp()))
        sign = self._signer.sign(self._app_id.encode(), seconds.encode(), nonce.encode(), package.encode())
        params = {"timeStamp": seconds, "nonceStr": nonce, "package": package, "signType": "RSA", "paySign": sign}
        return {"way": way.value, "params": params}

    def query(self, out_trade_no: str) -> PaymentFact | None:
        """A payment by the shop's number."""
        try:
            raw = self._transport.get(f"{_trade(out_trade_no)}?{urlencode({'mchid': self._signer.merchant_id})}")
        except GatewayRefused as refusal:
            if refusal.status == 404:
                return None
            raise
        return _read(WirePayment, raw).fact()

    def close(self, out_trade_no: str) -> bool:
        """Closing twice, or something never announced, is fine with the gateway; closing what is paid is not."""
        try:
            self._transport.post(f"{_trade(out_trade_no)}/close", {"mchid": self._signer.merchant_id})
        except GatewayRefused as refusal:
            # ORDERPAID is what older pages call it, INVALID_REQUEST what is seen; either way the state must be asked.
            if refusal.status != 400:
                raise
            return refusal.code in ("ORDER_CLOSED", "ORDERCLOSED")
        return True

    def refund(self, order: RefundOrder) -> RefundFact:
        """Accepted is not done: the state says which, a notice or a query tells the rest."""
        body: JsonObject = {
            "out_trade_no": order.out_trade_no,
            "out_refund_no": order.out_refund_no,
            "reason": plain_text(order.reason, MAX_REASON),
            "notify_url": order.notify_url,
            "amount": {"refund": order.amount_fen, "total": order.payment_amount_fen, "currency": CURRENCY},
        }
        return _read(WireRefund, self._transport.post("/v3/refund/domestic/refunds", body)).fact()

    def query_refund(self, out_refund_no: str) -> RefundFact | None:
        """A refund by the shop's number."""
        try:
            raw = self._transport.get(f"/v3/refund/domestic/refunds/{quote(out_refund_no, safe='')}")
        except GatewayRefused as refusal:
            if refusal.status == 404:
                return None
            raise
        return _read(WireRefund, raw).fact()

    def fetch_keys(self) -> list[PlatformCertificate]:
        """The platform certificates of this merchant."""
        return fetch_certificates(self._transport, self._api_v3_key, self._clock())

    def shut(self) -> None:
        """Close the connections."""
        self._transport.shut()

    def _body(self, purchase: Purchase) -> JsonObject:
        body: JsonObject = {
            "appid": self._app_id,
            "mchid": self._signer.merchant_id,
            "description": plain_text(purchase.description, MAX_DESCRIPTION),
            "out_trade_no": purchase.out_trade_no,
            "time_expire": purchase.expires_at.astimezone(BEIJING).isoformat(timespec="seconds"),
            "notify_url": purchase.notify_url,
            "amount": {"total": purchase.amount_fen, "currency": CURRENCY},
        }
        if purchase.way is Way.H5:
            body["scene_info"] = {"payer_client_ip": purchase.payer_ip, "h5_info": {"type": "Wap"}}
        else:
            body["payer"] = {"openid": purchase.openid}
        return body


def plain_text(text: str, length: int) -> str:
    """At most `length` characters, none beyond the three-byte UTF-8 the gateway takes ("Basic rules", 字符集)."""
    return "".join(sign for sign in text if " " <= sign <= "\uffff" and not "\ud800" <= sign <= "\udfff")[:length]


def _trade(out_trade_no: str) -> str:
    return f"/v3/pay/transactions/out-trade-no/{quote(out_trade_no, safe='')}"


def _read(model: type[Model], raw: bytes) -> Model:
    try:
        return model.model_validate_json(raw)
    except ValidationError:
        raise GatewayUnreachable("The gateway's answer is not of the documented form.") from None
