"""A day by the shop's clock, told as the gateway's bill tells it."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import psycopg
import pytest

from kaipu.commerce.ledger.takings import Takings, takings
from kaipu.commerce.orders.actions.cancel_order import cancel_order
from kaipu.commerce.orders.actions.finish_refund import Refund, finish_refund

from ..selling import Seller, line
from .conftest import NOON, Post

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 3, 1)


def of_day(seller: Seller, day: date = DAY) -> Takings:
    with seller.scope():
        return takings(day, SHANGHAI)


def figures(of: Takings) -> tuple[int, int, int, int, int]:
    return of.received_fen, of.refunded_fen, of.fee_fen, of.net_fen, of.orders


def test_what_came_in_and_went_out(seller: Seller, post: Post) -> None:
    post("assets:wechatpay 3400", "income:sales -3300", "income:packing -100")
    post("assets:wechatpay 300", "income:sales -300")
    post("income:refunds 300", "assets:wechatpay -300", kind="refund")
    post("expenses:fees 20", "assets:wechatpay -20", kind="fee")
    assert figures(of_day(seller)) == (3700, 300, 20, 3380, 2)
    assert [entry.amount_fen for entry in of_day(seller).entries] == [3400, 300, -300, -20]


def test_late_money_and_its_refund_stand_on_both_sides(seller: Seller, shopper: UUID) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    with seller.scope():
        cancel_order(shopper, order.pk)
    seller.pay(order, "t-1")
    now = datetime.now(UTC)
    with seller.scope():
        finish_refund(order.pk, Refund("wechatpay", "t-1", 300, now))
    assert figures(of_day(seller, now.astimezone(SHANGHAI).date())) == (300, 300, 0, 0, 0)


def test_the_day_is_the_shops(seller: Seller, post: Post) -> None:
    midnight = datetime(2026, 2, 28, 16, 0, tzinfo=UTC)
    moments = [midnight - timedelta(microseconds=1), midnight, midnight + timedelta(hours=24, microseconds=-1)]
    for amount_fen, at in zip((1, 20, 300), moments, strict=True):
        post(f"assets:wechatpay {amount_fen}", f"income:sales -{amount_fen}", at=at)
    assert of_day(seller).received_fen == 320
    assert of_day(seller, DAY - timedelta(days=1)).received_fen == 1


def test_a_day_of_nothing(seller: Seller) -> None:
    assert figures(of_day(seller)) == (0, 0, 0, 0, 0)
    assert of_day(seller).chain_ok


def test_another_shops_takings_are_not_seen(seller: Seller, other_seller: Seller, post: Post) -> None:
    post("assets:wechatpay 300", "income:sales -300", by=other_seller)
    assert of_day(seller).entries == []


@pytest.mark.django_db(transaction=True)
def test_a_broken_chain_is_said_on_its_day_and_the_next(seller: Seller, post: Post, owner_conninfo: str) -> None:
    for days in range(3):
        post("assets:wechatpay 300", "income:sales -300", at=NOON + timedelta(days=days))
    with psycopg.connect(owner_conninfo) as owner:
        owner.execute("SELECT set_config('kaipu.shop', %s, true)", [str(seller.shop.id)])
        owner.execute("UPDATE ledger_journalentry SET hash = repeat('a', 64) WHERE number = 1")
    assert [of_day(seller, DAY + timedelta(days=days)).chain_ok for days in range(3)] == [False, False, True]
