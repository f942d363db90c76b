"""WeChat Pay as a gateway folder: what it is called, what it needs, how to speak to it."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from kaipu.commerce.payments.gateway import Credentials, Gateway, Notice, NoticeAnswer, Way
from kaipu.commerce.payments.gateways.wechatpay.client import WeChatPayClient
from kaipu.commerce.payments.gateways.wechatpay.keys import PlatformKeys, load_merchant_key
from kaipu.commerce.payments.gateways.wechatpay.login import exchange_code
from kaipu.commerce.payments.gateways.wechatpay.notices import read_notice
from kaipu.commerce.payments.gateways.wechatpay.sealed import API_V3_KEY_BYTES
from kaipu.commerce.payments.gateways.wechatpay.signatures import Signer
from kaipu.commerce.payments.gateways.wechatpay.transport import Surroundings, Transport

AROUND = Surroundings(clock=lambda: datetime.now(UTC), nonce=lambda: secrets.token_hex(16), pause=time.sleep)


class WeChatPay:
    """Implements Gateway."""

    kind = "wechatpay"
    # A little less than the documented 5 minutes and 2 hours, so that a ticket handed out can still be used.
    ticket_lifetimes: Mapping[Way, timedelta] = {Way.H5: timedelta(minutes=4), Way.JSAPI: timedelta(minutes=110)}
    hosts: Sequence[str] = ("api.mch.weixin.qq.com", "api2.mch.weixin.qq.com", "api.weixin.qq.com")
    platform = "wechat"

    def __init__(self, around: Surroundings = AROUND) -> None:
        self._around = around

    def check(self, credentials: Credentials) -> None:
        """Everything that can be known to be wrong without asking anybody."""
        if len(credentials.secrets["api_v3_key"].encode()) != API_V3_KEY_BYTES:
            raise ValueError("The API v3 key has 32 characters.")
        if not (credentials.merchant_id.isdigit() and credentials.app_id and credentials.merchant_serial):
            raise ValueError("The merchant number, the app id and the certificate's serial number are needed.")
        if credentials.login_url and not credentials.secrets.get("app_secret"):
            raise ValueError("To sign shoppers in, the app's secret is needed.")
        load_merchant_key(credentials.secrets["private_key"], proven=False)
        PlatformKeys(credentials.platform_keys)

    def connect(self, credentials: Credentials, allowed_hosts: Sequence[str]) -> WeChatPayClient:
        """A client for one merchant."""
        signer = Signer(
            credentials.merchant_id,
            credentials.merchant_serial,
            load_merchant_key(credentials.secrets["private_key"], proven=True),
        )
        keys = PlatformKeys(credentials.platform_keys)
        transport = Transport(credentials.base_url, signer, keys, self._around, allowed_hosts)
        api_v3_key = credentials.secrets["api_v3_key"]
        return WeChatPayClient(
            transport, signer, credentials.app_id, api_v3_key, self._around.clock, self._around.nonce
        )

    def read_notice(self, credentials: Credentials, headers: Mapping[str, str], body: bytes, now: datetime) -> Notice:
        """Verify and open a notice."""
        keys = PlatformKeys(credentials.platform_keys)
        api_v3_key = credentials.secrets["api_v3_key"]
        return read_notice(headers, body, keys, api_v3_key, credentials.merchant_id, now)

    def sign_in(self, credentials: Credentials, code: str, allowed_hosts: Sequence[str]) -> str:
        """code2Session."""
        return exchange_code(credentials, code, allowed_hosts)

    def accept_notice(self) -> NoticeAnswer:
        """ "HTTP 200 or 204, no body needed"."""
        return NoticeAnswer(204, "application/json", b"")

    def refuse_notice(self, status: int, code: str) -> NoticeAnswer:
        """4xx or 5xx with {code, message}; anything but SUCCESS is a failure, and the notice comes again."""
        return NoticeAnswer(status, "application/json", json.dumps({"code": "FAIL", "message": code}).encode())


GATEWAY: Gateway = WeChatPay()
