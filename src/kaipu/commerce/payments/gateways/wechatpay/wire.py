"""The JSON of WeChat Pay API v3, read into Kaipu's words. Unknown fields are ignored, missing ones refused.

Fields: pay.weixin.qq.com/doc/v3/merchant/4012556352 (payment), .../4013070388 (refund notice),
.../4013071041 (refund query), .../wiki/doc/apiv3/apis/wechatpay5_1.shtml (certificates).
"""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from kaipu.commerce.payments.gateway import PaymentFact, PaymentState, RefundFact, RefundState
from kaipu.commerce.payments.gateways.wechatpay.sealed import Sealed

PAYMENT_STATES = {
    "SUCCESS": PaymentState.PAID,
    "REFUND": PaymentState.REFUNDED,
    "CLOSED": PaymentState.CLOSED,
    "REVOKED": PaymentState.CLOSED,
}
REFUND_STATES = {
    "SUCCESS": RefundState.SUCCEEDED,
    "PROCESSING": RefundState.PROCESSING,
    "CLOSED": RefundState.CLOSED,
    "ABNORMAL": RefundState.FAILED,
}
RefundStatus = Literal["SUCCESS", "PROCESSING", "CLOSED", "ABNORMAL"]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore")


class PaymentAmount(_Wire):
    """`total` is what the order cost, before any discount the gateway itself gave."""

    total: int = Field(strict=True)
    currency: str = "CNY"


class WirePayment(_Wire):
    """A payment as queries and TRANSACTION notices show it."""

    appid: str = ""
    mchid: str
    out_trade_no: str
    transaction_id: str = ""
    trade_state: str
    success_time: AwareDatetime | None = None
    amount: PaymentAmount | None = None

    def fact(self) -> PaymentFact:
        """In Kaipu's words. A state not known is taken as unpaid: asked again later, never acted upon."""
        return PaymentFact(
            merchant_id=self.mchid,
            app_id=self.appid,
            out_trade_no=self.out_trade_no,
            state=PAYMENT_STATES.get(self.trade_state, PaymentState.UNPAID),
            transaction_id=self.transaction_id,
            amount_fen=self.amount.total if self.amount else None,
            currency=self.amount.currency if self.amount else "",
            paid_at=self.success_time,
        )


class RefundAmount(_Wire):
    """`refund` of `total` goes back."""

    total: int = Field(strict=True)
    refund: int = Field(strict=True)


class WireRefund(_Wire):
    """A refund as answers show it (`status`) and as notices do (`refund_status`, with `mchid`)."""

    mchid: str = ""
    out_trade_no: str
    transaction_id: str = ""
    out_refund_no: str
    refund_id: str
    status: RefundStatus | None = None
    refund_status: RefundStatus | None = None
    success_time: AwareDatetime | None = None
    amount: RefundAmount

    def fact(self) -> RefundFact:
        """In Kaipu's words."""
        status = self.status or self.refund_status
        if status is None:
            raise ValueError("a refund without a status")
        return RefundFact(
            merchant_id=self.mchid,
            out_trade_no=self.out_trade_no,
            transaction_id=self.transaction_id,
            out_refund_no=self.out_refund_no,
            refund_id=self.refund_id,
            state=REFUND_STATES[status],
            amount_fen=self.amount.refund,
            payment_amount_fen=self.amount.total,
            settled_at=self.success_time,
        )


class WireNotice(_Wire):
    """The envelope of a notice."""

    id: str = Field(min_length=1, max_length=64)
    event_type: str = Field(max_length=64)
    resource: Sealed


class WireCertificate(_Wire):
    """One of GET /v3/certificates."""

    serial_no: str
    expire_time: AwareDatetime
    encrypt_certificate: Sealed


class WireCertificates(_Wire):
    """The answer of GET /v3/certificates."""

    data: list[WireCertificate]


class WirePrepay(_Wire):
    """The answer of the two prepay calls."""

    prepay_id: str = ""
    h5_url: str = ""


class WireError(_Wire):
    """The body of an answer that is not 2xx."""

    code: str = "UNKNOWN"
    message: str = ""
