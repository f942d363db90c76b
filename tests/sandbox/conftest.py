"""A sandbox in a thread whose clock the test holds, one merchant, and a small server that receives its notices."""

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from kaipu.sandbox import Merchant, register_merchant
from kaipu.sandbox.thread import RunningSandbox, run_in_thread
from kaipu.sandbox.wechatpay.keys import sign


@dataclass
class Clock:
    """Time that passes when the test says so."""

    now: float = field(default_factory=lambda: float(int(time.time())))

    def __call__(self) -> float:
        return self.now


@dataclass
class Receiver:
    """What came to the merchant's notify_url, and what it answers next."""

    url: str = ""
    notices: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)


@dataclass
class Counter:
    """A merchant at the gateway's counter: signs requests as the documentation says, by hand."""

    sandbox: RunningSandbox
    merchant: Merchant
    notify_url: str
    http: httpx.Client

    def send(self, method: str, target: str, body: object = None, **changed: str) -> httpx.Response:
        raw = b"" if body is None else json.dumps(body).encode()
        timestamp = changed.get("timestamp", str(int(self.sandbox.around.clock())))
        message = f"{method}\n{target}\n{timestamp}\nNONCE\n".encode() + raw + b"\n"
        signature = changed.get("signature", sign(self.merchant.private_key_pem, message))
        serial = changed.get("serial", self.merchant.merchant_serial)
        header = (
            f'WECHATPAY2-SHA256-RSA2048 mchid="{self.merchant.merchant_id}",nonce_str="NONCE",'
            f'signature="{signature}",timestamp="{timestamp}",serial_no="{serial}"'
        )
        headers = {"Authorization": header, "Content-Type": "application/json"}
        return self.http.request(method, self.sandbox.url + target, content=raw, headers=headers)

    def prepay(self, number: str = "order000001", way: str = "h5", **changed: object) -> httpx.Response:
        body: dict[str, object] = {
            "appid": self.merchant.app_id,
            "mchid": self.merchant.merchant_id,
            "description": "红烧牛肉面",
            "out_trade_no": number,
            "notify_url": self.notify_url,
            "amount": {"total": 3400, "currency": "CNY"},
            "scene_info": {"payer_client_ip": "127.0.0.1", "h5_info": {"type": "Wap"}},
            "payer": {"openid": "oUser"},
        }
        return self.send("POST", f"/v3/pay/transactions/{way}", body | changed)

    def pay(self, number: str = "order000001") -> None:
        page = self.prepay(number).json()["h5_url"]
        assert self.http.post(page, data={"press": "pay"}).status_code == 200

    def refund(self, number: str = "order000001", refund_number: str = "refund1", fen: int = 3400) -> httpx.Response:
        body = {
            "out_trade_no": number,
            "out_refund_no": refund_number,
            "notify_url": self.notify_url,
            "amount": {"refund": fen, "total": 3400, "currency": "CNY"},
        }
        return self.send("POST", "/v3/refund/domestic/refunds", body)

    def fault(self, kind: str, times: int = 1, value: float = 0) -> None:
        body = {"kind": kind, "merchant_id": self.merchant.merchant_id, "times": times, "value": value}
        assert self.http.post(f"{self.sandbox.url}/sandbox/faults", json=body).status_code == 204

    def notices(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = self.http.get(
            f"{self.sandbox.url}/sandbox/notices/{self.merchant.merchant_id}"
        ).json()
        return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def browser() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def fresh_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sandbox's folder with one merchant in it, made once because making keys takes its time."""
    folder = tmp_path_factory.mktemp("fresh")
    register_merchant(folder, reference="noodle", name="老王面馆")
    return folder


@pytest.fixture
def sandbox(fresh_folder: Path, tmp_path: Path, clock: Clock) -> Iterator[RunningSandbox]:
    shutil.copytree(fresh_folder, tmp_path / "sandbox")
    with run_in_thread(tmp_path / "sandbox", clock=clock, pace=1.0) as running:
        yield running


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.notices.append((dict(self.headers), body))
            self.send_response(found.statuses.pop(0) if found.statuses else 204)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.url = f"http://127.0.0.1:{server.server_port}/notify/wechatpay/noodle"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def counter(sandbox: RunningSandbox, receiver: Receiver, browser: httpx.Client) -> Counter:
    merchant = register_merchant(sandbox.data_dir, reference="noodle", name="老王面馆")
    return Counter(sandbox, merchant, receiver.url, browser)


@pytest.fixture
def carry(sandbox: RunningSandbox) -> Callable[[], int]:
    return sandbox.courier.deliver_due
