"""A shop that takes payments in the sandbox: orders to pay, notices to receive, books to look into. Fixtures."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from kaipu.commerce.ledger.models import JournalEntry
from kaipu.commerce.ledger.read_entries import read_entries
from kaipu.commerce.ledger.verify_chain import verify_chain
from kaipu.commerce.members.models import PlatformIdentity, Shopper
from kaipu.commerce.orders.models import Order
from kaipu.commerce.payments.actions.connect_gateway import connect_gateway
from kaipu.commerce.payments.actions.open_payment import Wish
from kaipu.commerce.payments.actions.receive_notice import receive_notice
from kaipu.commerce.payments.actions.start_payment import start_payment
from kaipu.commerce.payments.gateway import Way
from kaipu.commerce.payments.gateways.wechatpay.sealed import Sealed, open_sealed
from kaipu.commerce.payments.models import GatewayAccount, NoticeRecord, Payment, Refund
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.sandbox import Merchant
from kaipu.sandbox.wechatpay.keys import seal
from kaipu.sandbox.wechatpay.merchants import find_merchant
from kaipu.sandbox.wechatpay.notices import Letter, signed_headers, write_letter
from kaipu.sandbox.wechatpay.refunds import RefundAmount, RefundRequest, ask_refund

from .outside import Outside

PAID = ("payment", {"assets:wechatpay": 3400, "income:sales": -3300, "income:packing": -100})
RETURNED = ("refund", {"income:refunds": 3400, "assets:wechatpay": -3400})
OWED = ("payment", {"assets:wechatpay": 3400, "liabilities:refunds_due": -3400})
OWED_RETURNED = ("refund", {"liabilities:refunds_due": 3400, "assets:wechatpay": -3400})


@dataclass
class Till:
    """`tell` hands a notice to the shop as a gateway's POST would; nothing comes by itself."""

    shop: Shop
    merchant: Merchant
    outside: Outside
    account: GatewayAccount
    shopper_id: UUID

    def order(self, **changed: object) -> Order:
        now = timezone.now()
        with shop_scope(self.shop.id):
            made = Order.objects.count()
            values: dict[str, object] = {
                "shopper_id": self.shopper_id,
                "number": f"A{made:03d}",
                "day": now.date(),
                "kind": "table",
                "state": "unpaid",
                "table": "6",
                "packing_fee_fen": 100,
                "total_fen": 3400,
                "limited": False,
                "created_at": now,
                "pay_before": now + timedelta(minutes=15),
                "changed_at": now,
                "idempotency_key": f"key-{made:06d}",
                "request_sha256": "",
                "answer": "",
            }
            return Order.objects.create(**(values | changed))

    def start(self, order: Order, way: Way = Way.H5, **changed: object) -> dict[str, object]:
        wish = Wish(self.shopper_id, order.pk, way, "http://127.0.0.1:8000/back", "127.0.0.1")
        return start_payment(self.shop, replace(wish, **changed))

    def press(self, order: Order, button: str = "pay") -> Payment:
        """The shopper goes to the gateway's page and presses; the shop has yet to hear of it."""
        self.outside.press(str(self.start(order)["url"]), button)
        return self.payment(order)

    def paid(self) -> Order:
        """An order that has been paid and of which the shop has been told."""
        order = self.order()
        self.press(order)
        self.tell(self.letter())
        assert self.state(order) == "paid"
        return order

    def letter(self, event: str = "TRANSACTION.SUCCESS") -> Letter:
        """The newest notice the gateway has for the merchant, sealed and signed now, as it would be sent."""
        with self.outside.sandbox.around.store.work() as db:
            row = db.execute(
                "SELECT * FROM notices WHERE merchant_id = ? AND event = ? ORDER BY number DESC",
                [self.merchant.merchant_id, event],
            ).fetchone()
            return write_letter(db, row, self.outside.sandbox.around.clock())

    def tell(self, letter: Letter) -> None:
        receive_notice(self.shop.id, "wechatpay", letter.headers, letter.body)

    def forged(self, order: Order, signer: "Till | None" = None, **changed: object) -> Letter:
        """A notice that a gateway's own key has signed, and that says what a test wants it to say."""
        signer = signer or self
        payload = {
            "appid": self.merchant.app_id,
            "mchid": self.merchant.merchant_id,
            "out_trade_no": self.payment(order).out_trade_no,
            "transaction_id": "4200000000000000000000000001",
            "trade_state": "SUCCESS",
            "success_time": timezone.now().isoformat(),
            "amount": {"total": 3400, "currency": "CNY"},
        } | changed
        resource = seal(signer.merchant.api_v3_key, "transaction", json.dumps(payload).encode())
        envelope = {"id": str(new_id()), "event_type": "TRANSACTION.SUCCESS", "resource": resource}
        body = json.dumps(envelope).encode()
        around = signer.outside.sandbox.around
        with around.store.work() as db:
            headers = signed_headers(db, signer.merchant.merchant_id, body, around.clock(), probe=False)
        return Letter("", "", headers, body, 1)

    def open(self, letter: Letter) -> dict[str, object]:
        """What a notice says."""
        resource = Sealed.model_validate(json.loads(letter.body)["resource"])
        said: dict[str, object] = json.loads(open_sealed(resource, self.merchant.api_v3_key))
        return said

    def refund_by_hand(self, payment: Payment, fen: int = 3400) -> None:
        """The merchant refunds at the gateway's own counter."""
        around = self.outside.sandbox.around
        request = RefundRequest(
            out_trade_no=payment.out_trade_no,
            out_refund_no="by-hand",
            notify_url="http://127.0.0.1:9/notify/wechatpay/noodle",
            amount=RefundAmount(refund=fen, total=payment.amount_fen, currency="CNY"),
        )
        with around.store.work() as db:
            merchant = find_merchant(db, self.merchant.merchant_id)
            assert merchant is not None
            ask_refund(db, merchant, request, around.clock())

    def state(self, order: Order) -> str:
        with shop_scope(self.shop.id):
            return str(Order.objects.get(pk=order.pk).state)

    def payment(self, order: Order) -> Payment:
        with shop_scope(self.shop.id):
            return Payment.objects.select_related("account").filter(order=order).latest("created_at")

    def refunds(self, order: Order) -> list[Refund]:
        with shop_scope(self.shop.id):
            return list(Refund.objects.filter(payment__order=order).order_by("created_at"))

    def records(self) -> int:
        with shop_scope(self.shop.id):
            return NoticeRecord.objects.count()

    def books(self) -> list[tuple[str, dict[str, int]]]:
        """Every entry of the shop: its kind and its postings. Fails if the books are not in order."""
        with shop_scope(self.shop.id):
            assert verify_chain() == []
            return [
                (read.entry.kind, {line.account: line.amount_fen for line in read.entry.lines})
                for read in read_entries(JournalEntry.objects.all())
            ]


def make_till(outside: Outside, shop: Shop, reference: str) -> Till:
    outside.clock.run()
    merchant = outside.register(reference)
    account = connect_gateway(shop.id, "wechatpay", outside.credentials(merchant))
    with shop_scope(shop.id):
        shopper = Shopper.objects.create()
        PlatformIdentity.objects.create(shopper=shopper, platform="wechat", openid=f"o{reference}")
    return Till(shop, merchant, outside, account, shopper.pk)


@pytest.fixture
def till(outside: Outside, shop: Shop) -> Till:
    return make_till(outside, shop, "noodle")


@pytest.fixture
def other_till(outside: Outside, other_shop: Shop) -> Till:
    return make_till(outside, other_shop, "tea")


@pytest.fixture
def told_by_http(live_server: LiveServer, settings: django_settings, browser: httpx.Client) -> str:
    """The address of a real server of ours, which the gateway's notices then go to."""
    port = live_server.thread.port
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, port=port)
    return live_server.url
