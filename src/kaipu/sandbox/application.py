"""The sandbox as a WSGI application: which request goes where, who must have signed it, and how answers are signed."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kaipu.sandbox import panel
from kaipu.sandbox.faults import take_fault
from kaipu.sandbox.page import shopper
from kaipu.sandbox.store import Row
from kaipu.sandbox.surroundings import Surroundings
from kaipu.sandbox.wechatpay import api
from kaipu.sandbox.wechatpay.keys import Authorization, is_signed, read_authorization
from kaipu.sandbox.wechatpay.merchants import find_merchant
from kaipu.sandbox.wechatpay.notices import signed_headers
from kaipu.sandbox.wire import Answer, Refusal, Request, read_request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LOG = logging.getLogger("kaipu.sandbox")
STALE_AFTER_S = 300
Handler = Callable[..., Answer]


@dataclass(frozen=True)
class Route:
    """A method, a pattern over the path, and what answers. `signed` routes are the merchants' API."""

    method: str
    pattern: re.Pattern[str]
    handler: Handler
    signed: bool


def _route(method: str, pattern: str, handler: Handler, signed: bool = False) -> Route:
    return Route(method, re.compile(pattern), handler, signed)


NUMBER = r"(?P<number>[^/]{1,64})"
ROUTES = (
    _route("GET", r"/v3/certificates", api.list_certificates, signed=True),
    _route("POST", r"/v3/pay/transactions/(?P<way>h5|jsapi)", api.prepare_payment, signed=True),
    _route("GET", rf"/v3/pay/transactions/out-trade-no/{NUMBER}", api.query_payment, signed=True),
    _route("POST", rf"/v3/pay/transactions/out-trade-no/{NUMBER}/close", api.close_payment, signed=True),
    _route("POST", r"/v3/refund/domestic/refunds", api.ask_for_refund, signed=True),
    _route("GET", rf"/v3/refund/domestic/refunds/{NUMBER}", api.query_refund, signed=True),
    _route("GET", r"/sns/jscode2session", api.exchange_login_code),
    _route("GET", r"/pay/h5/(?P<prepay_id>wx[0-9a-f]{34})", shopper.show_page),
    _route("POST", r"/pay/h5/(?P<prepay_id>wx[0-9a-f]{34})", shopper.press_button),
    _route("POST", r"/pay/jsapi/(?P<prepay_id>wx[0-9a-f]{34})", shopper.call_payment),
    _route("GET", r"/", shopper.show_front),
    _route("GET", r"/healthz", panel.show_health),
    _route("POST", r"/sandbox/login-codes", panel.give_login_code),
    _route("POST", r"/sandbox/faults", panel.add_fault),
    _route("DELETE", r"/sandbox/faults/(?P<merchant_id>[0-9]+)", panel.forget_faults),
    _route("GET", r"/sandbox/notices/(?P<merchant_id>[0-9]+)", panel.list_notices),
    _route("POST", r"/sandbox/notices/(?P<merchant_id>[0-9]+)/release", panel.release),
    _route("POST", r"/sandbox/keys/(?P<merchant_id>[0-9]+)/rotate", panel.rotate),
)


class Application:
    """The WSGI callable."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            answer = self._answer(read_request(environ))
        except Refusal as refusal:
            answer = _refused(refusal)
        except Exception:
            # The last line of defence of a server: log, say so as documented, go on.
            LOG.exception("unexpected")
            answer = _refused(Refusal(500, "SYSTEM_ERROR", "系统异常 / Something broke"))
        return answer.send(start_response)

    def _answer(self, request: Request) -> Answer:
        for route in ROUTES:
            match = route.pattern.fullmatch(request.path)
            if match and route.method == request.method:
                if route.signed:
                    return self._signed(route.handler, request, match.groupdict())
                with self._around.store.work() as db:
                    answer = route.handler(self._around, db, request, **match.groupdict())
                self._around.news.set()
                return answer
        raise Refusal(404, "NOT_FOUND", "没有这个地址 / There is nothing at this address")

    def _signed(self, handler: Handler, request: Request, names: dict[str, str]) -> Answer:
        """Answer a merchant's request. What it did is kept before the answer leaves, and even if it is lost."""
        with self._around.store.work() as db:
            merchant = self._require_signature(db, request)
            if take_fault(db, "unavailable", merchant["merchant_id"]) is not None:
                return _refused(Refusal(500, "SYSTEM_ERROR", "系统异常 / Try again later"))
            try:
                answer = handler(self._around, db, request, merchant, **names)
            except Refusal as refusal:
                answer = _refused(refusal)
            probe = take_fault(db, "probe_answer", merchant["merchant_id"]) is not None
            headers = signed_headers(db, merchant["merchant_id"], answer.body, self._around.clock(), probe)
            lost = take_fault(db, "lose_answer", merchant["merchant_id"]) is not None
        self._around.news.set()
        if lost:
            return _refused(Refusal(502, "SERVICE_UNAVAILABLE", "应答丢失 / The answer was lost on its way"))
        return Answer(answer.status, answer.body, {**answer.headers, **headers})

    def _require_signature(self, db: sqlite3.Connection, request: Request) -> Row:
        said = read_authorization(request.headers.get("authorization", ""))
        merchant = find_merchant(db, said.merchant_id) if said else None
        if said is None or merchant is None or not self._holds(said, merchant, request):
            raise Refusal(401, "SIGN_ERROR", "签名错误 / The signature does not hold")
        return merchant

    def _holds(self, said: Authorization, merchant: Row, request: Request) -> bool:
        if said.serial != merchant["serial"] or not said.timestamp.isascii() or not said.timestamp.isdigit():
            return False
        if abs(self._around.clock() - int(said.timestamp)) >= STALE_AFTER_S:
            return False
        lines = (request.method.encode(), request.target.encode(), said.timestamp.encode(), said.nonce.encode())
        message = b"".join(line + b"\n" for line in (*lines, request.body))
        return is_signed(merchant["private_key_pem"], said.signature, message)


def _refused(refusal: Refusal) -> Answer:
    return Answer.of({"code": refusal.code, "message": refusal.message}, refusal.status)
