"""The demo shop serves a mini-program as well: its shopper signs in by a login code and pays by JSAPI."""

import sqlite3
import time
from uuid import uuid4

import httpx

from kaipu.sandbox import register_merchant

CART = {
    "kind": "table",
    "table": "6",
    "lines": [{"dish": "smashed_cucumber", "quantity": 1, "choices": []}],
    "note": "",
    "pickup_at": None,
    "phone": "",
}


def test_a_shopper_of_the_mini_program_orders_and_pays(installation) -> None:
    installation.up()
    with httpx.Client(base_url=f"http://127.0.0.1:{installation.port}/api/shop/noodle/", trust_env=False) as shop:
        sandbox = f"http://127.0.0.1:{installation.port + 1}"
        catalog = shop.get("catalog").json()
        price = next(dish["price_fen"] for dish in catalog["dishes"] if dish["code"] == "smashed_cucumber")
        merchant = _merchant(installation)
        code = httpx.post(f"{sandbox}/sandbox/login-codes", json={"app_id": merchant.app_id}).json()["code"]

        token = shop.post("session", json={"platform": "wechat", "code": code}).json()["token"]
        shop.headers["Authorization"] = f"Bearer {token}"
        placed = shop.post(
            "orders", json=CART | {"expected_total_fen": price}, headers={"Idempotency-Key": uuid4().hex}
        )
        assert placed.status_code == 201, placed.text
        order = f"orders/{placed.json()['id']}"
        params = shop.post(f"{order}/pay", json={"way": "jsapi"}).json()["params"]
        prepay_id = params["package"].removeprefix("prepay_id=")
        done = httpx.post(f"{sandbox}/pay/jsapi/{prepay_id}", json={"appId": merchant.app_id, **params}).json()

        assert done == {"errMsg": "requestPayment:ok"}
        deadline = time.monotonic() + 10
        while (state := shop.get(order).json()["state"]) == "unpaid" and time.monotonic() < deadline:
            time.sleep(0.05)
        assert state == "paid"


def _merchant(installation):
    """The demo shop's, found again by what it was registered under: the shop's id."""
    folder = installation.data / "sandbox"
    with sqlite3.connect(folder / "sandbox.sqlite3") as db:
        (reference,) = db.execute("SELECT reference FROM merchants").fetchone()
    return register_merchant(folder, reference=reference, name="")
