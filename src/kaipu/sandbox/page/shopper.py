"""The shopper's side: the H5 page with its buttons, and the call that a mini-program's payment dialogue makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from urllib.parse import urlsplit

from kaipu.sandbox.page.paper import draw_checkout, draw_message
from kaipu.sandbox.page.words import WORDS, choose_language
from kaipu.sandbox.surroundings import Surroundings
from kaipu.sandbox.wechatpay.keys import is_signed
from kaipu.sandbox.wechatpay.merchants import find_merchant
from kaipu.sandbox.wechatpay.notices import is_loopback
from kaipu.sandbox.wechatpay.payments import find_prepaid, pay, payable
from kaipu.sandbox.wire import Answer, Refusal, Request, Strict, parse

TICKET_GOOD_FOR_S = 7200


class PaymentCall(Strict):
    """The parameters a mini-program hands to its platform to pay."""

    appId: str  # noqa: N815 - the documented names
    timeStamp: str  # noqa: N815
    nonceStr: str  # noqa: N815
    package: str
    signType: str  # noqa: N815
    paySign: str  # noqa: N815


def show_front(around: Surroundings, db: sqlite3.Connection, request: Request) -> Answer:
    """Says that the sandbox is running."""
    words = _words(request)
    return _html(request, draw_message(words, "front", "", _other_language(request)))


def show_page(around: Surroundings, db: sqlite3.Connection, request: Request, prepay_id: str) -> Answer:
    """The checkout, or what has become of the payment."""
    words, back = _words(request), _return_url(request)
    payment = find_prepaid(db, prepay_id)
    if payment is None:
        return _html(request, draw_message(words, "unknown", "", _other_language(request)), 404)
    state = payable(payment, around.clock())
    if state != "payable":
        return _html(request, draw_message(words, state, back, _other_language(request)))
    merchant = find_merchant(db, payment["merchant_id"])
    name = merchant["name"] if merchant else ""
    return _html(request, draw_checkout(words, name, payment, request.target, _other_language(request)))


def press_button(around: Surroundings, db: sqlite3.Connection, request: Request, prepay_id: str) -> Answer:
    """Pay or cancel, then back to the shop if it said where that is."""
    words, back = _words(request), _return_url(request)
    payment = find_prepaid(db, prepay_id)
    if payment is None:
        return _html(request, draw_message(words, "unknown", "", _other_language(request)), 404)
    state = "cancelled"
    if request.form().get("press") == "pay":
        now = around.clock()
        state = "paid" if pay(db, payment, now) else payable(payment, now)
    if back and state in ("paid", "cancelled"):
        return Answer(303, b"", {"Location": back})
    return _html(request, draw_message(words, state, back, _other_language(request)))


def call_payment(around: Surroundings, db: sqlite3.Connection, request: Request, prepay_id: str) -> Answer:
    """What happens when a mini-program asks its platform to pay and the shopper agrees."""
    call = parse(PaymentCall, request.json())
    payment = find_prepaid(db, prepay_id)
    merchant = find_merchant(db, payment["merchant_id"]) if payment is not None else None
    if payment is None or merchant is None or payment["way"] != "jsapi":
        raise Refusal(404, "ORDER_NOT_EXIST", "订单不存在 / There is no such order")
    now = around.clock()
    if not _call_holds(call, prepay_id, merchant["app_id"], merchant["private_key_pem"], now):
        return Answer.of({"errMsg": "requestPayment:fail sign error"}, 400)
    if not pay(db, payment, now):
        return Answer.of({"errMsg": f"requestPayment:fail {payable(payment, now)}"}, 409)
    return Answer.of({"errMsg": "requestPayment:ok"})


def _call_holds(call: PaymentCall, prepay_id: str, app_id: str, key_pem: str, now: float) -> bool:
    if (call.appId, call.package, call.signType) != (app_id, f"prepay_id={prepay_id}", "RSA"):
        return False
    if not call.timeStamp.isascii() or not call.timeStamp.isdigit() or len(call.timeStamp) > 12:
        return False
    if abs(now - int(call.timeStamp)) > TICKET_GOOD_FOR_S:
        return False
    message = f"{call.appId}\n{call.timeStamp}\n{call.nonceStr}\n{call.package}\n"
    return is_signed(key_pem, call.paySign, message.encode())


def _return_url(request: Request) -> str:
    """Where to go back to, if it is this machine or the one the browser came to; like the real gateway, which knows its
    merchants' domains."""
    url = request.query.get("redirect_url", "")
    try:
        parts = urlsplit(url)
        own = urlsplit(f"//{request.host}").hostname
        known = parts.hostname is not None and (parts.hostname == own or is_loopback(parts.hostname))
    except ValueError:
        return ""
    safe = url.isascii() and url.isprintable() and " " not in url
    return url if known and safe and parts.scheme in ("http", "https") and not parts.username else ""


def _words(request: Request) -> Mapping[str, str]:
    return WORDS[choose_language(request.query.get("lang", ""), request.headers.get("accept-language", ""))]


def _other_language(request: Request) -> str:
    """This page in the other language."""
    language = choose_language(request.query.get("lang", ""), request.headers.get("accept-language", ""))
    path, _, query = request.target.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith("lang=")]
    return f"{path}?{'&'.join([*kept, 'lang=' + ('zh' if language == 'en' else 'en')])}"


def _html(request: Request, page: str, status: int = 200) -> Answer:
    parts = urlsplit(_return_url(request))
    shop = f" {parts.scheme}://{parts.netloc}" if parts.netloc else ""
    # The form's answer leads back to the shop, and browsers hold `form-action` against that as well.
    policy = f"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'{shop}; frame-ancestors 'none'"
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": f"{policy}; base-uri 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return Answer(status, page.encode(), headers)
