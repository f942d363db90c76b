"""What a payment gateway offers to the rest of Kaipu, in Kaipu's own words.

A gateway is a folder under gateways/ whose `gateway.py` exports GATEWAY. Nothing here names a provider; no code
here touches the database. Amounts are integers in fen, times are aware.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


class Way(StrEnum):
    """How a shopper is led to the gateway: a web page, or a call of the mini-program's own platform."""

    H5 = "h5"
    JSAPI = "jsapi"


class PaymentState(StrEnum):
    """What a gateway says of a payment. `REFUNDED` means paid, and money has gone back since."""

    UNPAID = "unpaid"
    PAID = "paid"
    REFUNDED = "refunded"
    CLOSED = "closed"


class RefundState(StrEnum):
    """What a gateway says of a refund. `FAILED` is final for the gateway, never for the shopper's claim."""

    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    CLOSED = "closed"
    FAILED = "failed"


@dataclass(frozen=True)
class Purchase:
    """What is to be paid. The same number must always be sent with the same values."""

    out_trade_no: str
    description: str
    amount_fen: int
    expires_at: datetime
    notify_url: str
    way: Way
    payer_ip: str
    openid: str


@dataclass(frozen=True)
class PaymentFact:
    """A gateway's verified word on one payment. `currency` is ISO 4217."""

    merchant_id: str
    app_id: str
    out_trade_no: str
    state: PaymentState
    transaction_id: str
    amount_fen: int | None
    currency: str
    paid_at: datetime | None


@dataclass(frozen=True)
class RefundOrder:
    """A refund to ask for. The same `out_refund_no` is paid out at most once, however often it is sent."""

    out_trade_no: str
    out_refund_no: str
    amount_fen: int
    payment_amount_fen: int
    reason: str
    notify_url: str


@dataclass(frozen=True)
class RefundFact:
    """A gateway's verified word on one refund. `merchant_id` is empty where the gateway does not say it."""

    merchant_id: str
    out_trade_no: str
    transaction_id: str
    out_refund_no: str
    refund_id: str
    state: RefundState
    amount_fen: int
    payment_amount_fen: int
    settled_at: datetime | None


@dataclass(frozen=True)
class Notice:
    """A verified and opened message from the gateway. The same `id` may come any number of times."""

    id: str
    event: str
    fact: PaymentFact | RefundFact


@dataclass(frozen=True)
class PlatformCertificate:
    """A key of the gateway's that verifies what it signs. `expires_at` is None for a key that does not expire."""

    serial: str
    pem: str
    expires_at: datetime | None


@dataclass(frozen=True)
class Credentials:
    """All a merchant must know to speak to its gateway. Its repr shows no secret."""

    base_url: str
    merchant_id: str
    app_id: str
    merchant_serial: str
    secrets: Mapping[str, str]
    platform_keys: Sequence[PlatformCertificate]
    # Where the platform signs its people in; empty if the shop has no mini-program there.
    login_url: str = ""

    def __repr__(self) -> str:
        return f"Credentials(merchant_id={self.merchant_id!r}, base_url={self.base_url!r})"


class GatewayError(Exception):
    """Something between Kaipu and a gateway did not work."""


class GatewayUnreachable(GatewayError):
    """No answer that can be trusted came back: what was asked may or may not have happened."""


class AnswerKeyUnknown(GatewayUnreachable):
    """The answer is signed by a key not known yet: fetch the gateway's keys and ask again."""


class GatewayRefused(GatewayError):
    """The gateway said no; nothing happened."""

    def __init__(self, code: str, message: str, status: int) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.code = code
        self.status = status


class SignInRefused(GatewayError):
    """The platform does not know the code, or not any more."""


class Untrusted(GatewayError):
    """A message that must not be believed. `code` is for the answer and the log; it never quotes the message."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownKey(Untrusted):
    """A message signed by a key not known yet: perhaps forged, perhaps a rotation to catch up with."""

    def __init__(self) -> None:
        super().__init__("unknown_serial")


class GatewayClient(Protocol):
    """One merchant's line to its gateway. Every method that goes out may raise a GatewayError."""

    def prepare(self, purchase: Purchase) -> str:
        """Announce a purchase; return the ticket that `invite` turns into what the shopper's device needs."""

    def invite(self, way: Way, ticket: str, return_url: str) -> dict[str, object]:
        """What the shopper's device needs to pay now, in the shape of the shop API. Goes nowhere."""

    def query(self, out_trade_no: str) -> PaymentFact | None:
        """The state of a payment, or None if the gateway never heard of it."""

    def close(self, out_trade_no: str) -> bool:
        """Make a payment impossible from now on. False if the gateway would not: it may have been paid, so ask."""

    def refund(self, order: RefundOrder) -> RefundFact:
        """Ask for money to go back."""

    def query_refund(self, out_refund_no: str) -> RefundFact | None:
        """The state of a refund, or None if the gateway never heard of it."""

    def fetch_keys(self) -> list[PlatformCertificate]:
        """The gateway's present keys, from the gateway."""

    def shut(self) -> None:
        """Give back the connections."""


@dataclass(frozen=True)
class NoticeAnswer:
    """What a notice is answered with, to the byte."""

    status: int
    content_type: str
    body: bytes


class Gateway(Protocol):
    """A kind of gateway: what its folder exports as GATEWAY."""

    kind: str
    ticket_lifetimes: Mapping[Way, timedelta]
    # The hosts its documentation names; the operator's setting may name others.
    hosts: Sequence[str]
    # Whose openid the gateway wants of a shopper who pays inside a mini-program.
    platform: str

    def check(self, credentials: Credentials) -> None:
        """Raise ValueError with one plain sentence if these credentials cannot work."""

    def connect(self, credentials: Credentials, allowed_hosts: Sequence[str]) -> GatewayClient:
        """A client for one merchant."""

    def read_notice(self, credentials: Credentials, headers: Mapping[str, str], body: bytes, now: datetime) -> Notice:
        """Verify and open a notice, from what is at hand and nothing else. Raises Untrusted."""

    def sign_in(self, credentials: Credentials, code: str, allowed_hosts: Sequence[str]) -> str:
        """The openid of who holds the platform's one-time code. Raises SignInRefused or GatewayUnreachable."""

    def accept_notice(self) -> NoticeAnswer:
        """The documented answer to a notice that was dealt with."""

    def refuse_notice(self, status: int, code: str) -> NoticeAnswer:
        """The documented answer to a notice that was not."""
