"""Signed requests to WeChat Pay and answers believed only when signed back.

Goes only to hosts the operator allows, over TLS unless the host is this machine itself; follows no redirect, uses no
proxy from the environment, reads no more than MAX_ANSWER_BYTES. Clock, nonces and pause are handed in.
"""

from __future__ import annotations

import json
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from urllib.parse import urlsplit

import httpx
from pydantic import ValidationError

from kaipu.commerce.payments.gateway import AnswerKeyUnknown, GatewayRefused, GatewayUnreachable, UnknownKey, Untrusted
from kaipu.commerce.payments.gateways.wechatpay.keys import PlatformKeys
from kaipu.commerce.payments.gateways.wechatpay.signatures import Signer, verify_signed
from kaipu.commerce.payments.gateways.wechatpay.wire import WireError

JsonObject = dict[str, object]
MAX_ANSWER_BYTES = 1 << 20
PAUSES_S = (0.3,)
LOOPBACK = ("127.0.0.1", "::1", "localhost")
TIMEOUT = httpx.Timeout(connect=3.0, read=5.0, write=3.0, pool=3.0)


@dataclass(frozen=True)
class Surroundings:
    """What is not the protocol's: time, chance and waiting."""

    clock: Callable[[], datetime]
    nonce: Callable[[], str]
    pause: Callable[[float], None]


class Transport:
    """One merchant's signed line to one base URL."""

    def __init__(
        self, base_url: str, signer: Signer, keys: PlatformKeys, around: Surroundings, allowed_hosts: Sequence[str]
    ) -> None:
        self._base_url = require_allowed(base_url, allowed_hosts)
        self._signer = signer
        self.keys = keys
        self._around = around
        self._http = open_http()

    def get(self, target: str) -> bytes:
        """The body of a verified answer to a GET. Raises GatewayError."""
        return self._insist("GET", target, b"", self._verify)

    def get_unverified(self, target: str) -> httpx.Response:
        """An answer whose signature the caller verifies: the answer that brings the keys."""
        return self._once("GET", target, b"", lambda response: None)

    def post(self, target: str, body: JsonObject) -> bytes:
        """The body of a verified answer to a POST that the gateway takes once, however often it is sent."""
        raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        return self._insist("POST", target, raw, self._verify)

    def shut(self) -> None:
        """Close the connections."""
        self._http.close()

    def _insist(self, method: str, target: str, body: bytes, verify: Callable[[httpx.Response], None]) -> bytes:
        # Every call of this API carries a number of ours that makes it happen at most once, so all may be repeated;
        # the documentation asks for it after 202 and 5xx ("same parameters, same number").
        for pause_s in PAUSES_S:
            try:
                return self._once(method, target, body, verify).content
            except AnswerKeyUnknown:
                raise
            except GatewayUnreachable:
                self._around.pause(pause_s)
        return self._once(method, target, body, verify).content

    def _once(self, method: str, target: str, body: bytes, verify: Callable[[httpx.Response], None]) -> httpx.Response:
        response = self._send(method, target, body)
        if response.status_code in (200, 204):
            verify(response)
            return response
        if 400 <= response.status_code < 500 and response.status_code != httpx.codes.TOO_MANY_REQUESTS:
            raise self._refusal(response)
        raise GatewayUnreachable(f"The gateway answered {response.status_code} to {method} {urlsplit(target).path}.")

    def _send(self, method: str, target: str, body: bytes) -> httpx.Response:
        now_s = int(self._around.clock().timestamp())
        headers = {
            "Authorization": self._signer.authorization(method, target, body, now_s, self._around.nonce()),
            "Accept": "application/json",
            "User-Agent": "Kaipu",
        }
        if body:
            headers["Content-Type"] = "application/json"
        if serial := self.keys.preferred():
            headers["Wechatpay-Serial"] = serial
        try:
            request = self._http.build_request(method, self._base_url + target, content=body or None, headers=headers)
            response = self._http.send(request, stream=True)
            try:
                return _read(response)
            finally:
                response.close()
        except httpx.HTTPError as error:
            raise GatewayUnreachable(f"The gateway did not answer ({type(error).__name__}).") from None

    def _verify(self, response: httpx.Response) -> None:
        try:
            verify_signed(response.headers, response.content, self.keys, self._around.clock())
        except UnknownKey:
            raise AnswerKeyUnknown("The gateway's answer is signed by a key not known yet.") from None
        except Untrusted as error:
            raise GatewayUnreachable(f"The gateway's answer cannot be trusted ({error.code}).") from error

    def _refusal(self, response: httpx.Response) -> GatewayRefused:
        # Refusals need not be signed (a request the gateway could not attribute has nobody to sign for), but one that
        # claims to be must be.
        if "wechatpay-signature" in response.headers:
            self._verify(response)
        try:
            error = WireError.model_validate_json(response.content)
        except ValidationError:
            error = WireError()
        return GatewayRefused(error.code[:64], error.message[:256], response.status_code)


def open_http() -> httpx.Client:
    """Connections that follow nothing and take nothing from the environment."""
    return httpx.Client(verify=_tls(), timeout=TIMEOUT, follow_redirects=False, trust_env=False)


@cache
def _tls() -> ssl.SSLContext:
    """Once per process: reading the authorities takes 30 ms."""
    return httpx.create_ssl_context(trust_env=False)


def require_allowed(base_url: str, allowed_hosts: Sequence[str]) -> str:
    """The base URL without a slash at its end. Raises ValueError if Kaipu may not send secrets there.

    A host allowed as `http://name` is this machine under a name of its own, and needs no TLS.
    """
    url = urlsplit(base_url)
    near = f"http://{url.hostname}" in allowed_hosts
    if url.hostname not in allowed_hosts and not near:
        raise ValueError(f"Payments may not go to {url.hostname}; the operator allows {', '.join(allowed_hosts)}.")
    if url.scheme != "https" and not (url.scheme == "http" and (near or url.hostname in LOOPBACK)):
        raise ValueError("A payment gateway must be reached over https.")
    if url.username or url.query or url.fragment:
        raise ValueError("A payment gateway's address is a plain URL.")
    return base_url.rstrip("/")


def _read(response: httpx.Response) -> httpx.Response:
    body = b""
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_ANSWER_BYTES:
            raise httpx.ReadError("answer too long")
    return httpx.Response(response.status_code, headers=_plain(response.headers), content=body)


def _plain(headers: httpx.Headers) -> list[tuple[str, str]]:
    """Without the headers that described the transfer, which is over."""
    return [(n, v) for n, v in headers.items() if n not in ("content-encoding", "transfer-encoding", "content-length")]
