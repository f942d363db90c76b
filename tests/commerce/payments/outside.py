"""A sandbox in a thread, merchants of it, and clients that speak to it as they would to the real gateway.

Fixtures, which the folders that need them import in their conftest.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from kaipu.commerce.payments.gateway import Credentials, PlatformCertificate, Purchase, Way
from kaipu.commerce.payments.gateways.wechatpay.client import WeChatPayClient
from kaipu.commerce.payments.gateways.wechatpay.gateway import WeChatPay
from kaipu.commerce.payments.gateways.wechatpay.transport import Surroundings
from kaipu.sandbox import Merchant, register_merchant
from kaipu.sandbox.thread import RunningSandbox, run_in_thread


class Clock:
    """One time for both sides. It stands until the test moves it, or runs with the real one, ahead or behind."""

    def __init__(self) -> None:
        self._stands_at: float | None = float(int(time.time()))
        self._ahead_s = 0.0

    @property
    def now(self) -> float:
        return time.time() + self._ahead_s if self._stands_at is None else self._stands_at

    @now.setter
    def now(self, now: float) -> None:
        if self._stands_at is None:
            self._ahead_s = now - time.time()
        else:
            self._stands_at = now

    def run(self) -> None:
        """From here on as the real time, by which the shop's own server goes."""
        self._stands_at = None

    def __call__(self) -> float:
        return self.now

    def aware(self) -> datetime:
        return datetime.fromtimestamp(self.now, UTC)


@dataclass
class Outside:
    """The sandbox, and what tests do there."""

    sandbox: RunningSandbox
    browser: httpx.Client
    clock: Clock

    def register(self, reference: str = "noodle", **options: str) -> Merchant:
        return register_merchant(self.sandbox.data_dir, reference=reference, name=reference, **options)

    def press(self, url: str, button: str = "pay") -> httpx.Response:
        return self.browser.post(url, data={"press": button})

    def fault(self, merchant: Merchant, kind: str, times: int = 1, value: float = 0) -> None:
        body = {"kind": kind, "merchant_id": merchant.merchant_id, "times": times, "value": value}
        assert self.browser.post(f"{self.sandbox.url}/sandbox/faults", json=body).status_code == 204

    def rotate(self, merchant: Merchant, kind: str = "certificate") -> None:
        url = f"{self.sandbox.url}/sandbox/keys/{merchant.merchant_id}/rotate"
        assert self.browser.post(url, json={"kind": kind}).status_code == 204

    def credentials(self, merchant: Merchant) -> Credentials:
        """As the merchant would type them in."""
        key = PlatformCertificate(merchant.platform_public_key_id, merchant.platform_public_key_pem, None)
        return Credentials(
            base_url=self.sandbox.url,
            merchant_id=merchant.merchant_id,
            app_id=merchant.app_id,
            merchant_serial=merchant.merchant_serial,
            secrets={
                "private_key": merchant.private_key_pem,
                "api_v3_key": merchant.api_v3_key,
                "app_secret": merchant.app_secret,
            },
            platform_keys=[key] if merchant.platform_public_key_id else [],
            login_url=self.sandbox.url,
        )

    def login_code(self, merchant: Merchant, user: str = "小明") -> str:
        """What a phone's login call in the merchant's mini-program would give."""
        body = {"app_id": merchant.app_id, "user": user}
        return str(self.browser.post(f"{self.sandbox.url}/sandbox/login-codes", json=body).json()["code"])

    def carry(self) -> int:
        """Let the sandbox deliver what is due."""
        return self.sandbox.courier.deliver_due()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def browser() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def fresh_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sandbox's folder with two merchants, made once because making keys takes its time."""
    folder = tmp_path_factory.mktemp("fresh")
    register_merchant(folder, reference="noodle", name="老王面馆")
    register_merchant(folder, reference="tea", name="小李茶铺")
    return folder


@pytest.fixture
def outside(fresh_folder: Path, tmp_path: Path, clock: Clock, browser: httpx.Client) -> Iterator[Outside]:
    shutil.copytree(fresh_folder, tmp_path / "sandbox")
    with run_in_thread(tmp_path / "sandbox", clock=clock) as running:
        yield Outside(running, browser, clock)


@pytest.fixture
def gateway(clock: Clock) -> WeChatPay:
    """The gateway with the test's clock, and without waiting between tries."""
    return WeChatPay(Surroundings(clock.aware, lambda: "NONCE", lambda seconds: None))


@pytest.fixture
def connect(outside: Outside, gateway: WeChatPay) -> Iterator[Callable[[Merchant], WeChatPayClient]]:
    """A client for a merchant, with the platform's keys fetched."""
    opened: list[WeChatPayClient] = []

    def connect(merchant: Merchant) -> WeChatPayClient:
        credentials = outside.credentials(merchant)
        if not credentials.platform_keys:
            opened.append(gateway.connect(credentials, ["127.0.0.1"]))
            credentials = replace(credentials, platform_keys=opened[-1].fetch_keys())
        opened.append(gateway.connect(credentials, ["127.0.0.1"]))
        return opened[-1]

    yield connect
    for client in opened:
        client.shut()


@pytest.fixture
def merchant(outside: Outside) -> Merchant:
    return outside.register()


@pytest.fixture
def client(connect: Callable[[Merchant], WeChatPayClient], merchant: Merchant) -> WeChatPayClient:
    return connect(merchant)


@pytest.fixture
def purchase(clock: Clock) -> Purchase:
    return Purchase(
        out_trade_no="order000001",
        description="红烧牛肉面",
        amount_fen=3400,
        expires_at=datetime.fromtimestamp(clock.now + 900, UTC),
        notify_url="http://127.0.0.1:9/notify/wechatpay/noodle",
        way=Way.H5,
        payer_ip="127.0.0.1",
        openid="",
    )
