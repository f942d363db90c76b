"""A noodle shop with goods, shoppers who order there, and many of them at one moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Barrier
from typing import TypeVar
from uuid import UUID, uuid4

import pytest
from django.db import connection

from kaipu.commerce.catalog.import_catalog import import_catalog
from kaipu.commerce.ledger.models import JournalEntry
from kaipu.commerce.ledger.verify_chain import verify_chain
from kaipu.commerce.members.models import Shopper
from kaipu.commerce.orders.actions.mark_paid import Payment, Received, mark_paid
from kaipu.commerce.orders.actions.place_order import place_order
from kaipu.commerce.orders.cart import Cart
from kaipu.commerce.orders.models import Order
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.information import information_of
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.commerce.stock.models import DishDay
from kaipu.commerce.stock.verify_stock import verify_stock
from kaipu.definition import parse_catalog

T = TypeVar("T")

INFORMATION: dict[str, object] = {
    "opening": "open",
    "tables": ["1", "6"],
    "order_kinds": ["table", "pickup"],
    "packing_fee_fen": 100,
}
SIZE = {
    "code": "size",
    "name": "份量",
    "kind": "one",
    "choices": [
        {"code": "small", "name": "小份"},
        {"code": "medium", "name": "中份", "price_fen": 400},
        {"code": "giant", "name": "巨份", "price_fen": 900, "sold_out": True},
    ],
}
TOPPING = {
    "code": "topping",
    "name": "加料",
    "kind": "many",
    "max": 2,
    "choices": [
        {"code": "egg", "name": "卤蛋", "price_fen": 250},
        {"code": "greens", "name": "青菜", "price_fen": 200},
        {"code": "beef", "name": "牛肉", "price_fen": 1200},
    ],
}
CATALOG = {
    "categories": [{"code": "noodles", "name": "面"}, {"code": "drinks", "name": "饮料"}],
    "dishes": [
        {
            "code": "beef_noodles",
            "category": "noodles",
            "name": "红烧牛肉面",
            "picture": "picture:beef_noodles.webp",
            "price_fen": 2000,
            "box_count": 1,
            "options": [SIZE, TOPPING],
        },
        {"code": "fish_noodles", "category": "noodles", "name": "爆鱼面", "price_fen": 2200, "box_count": 1},
        {"code": "eel_noodles", "category": "noodles", "name": "虾爆鳝面", "price_fen": 3800, "box_count": 1},
        {"code": "soy_milk", "category": "drinks", "name": "豆浆", "price_fen": 300},
        {"code": "bean_soup", "category": "drinks", "name": "绿豆汤", "price_fen": 400, "sold_out": True},
        {"code": "noodle_soup", "category": "drinks", "name": "面汤", "price_fen": 0},
    ],
}


@dataclass
class Seller:
    """A shop and what its tests do with it. Each method opens the shop's scope."""

    shop: Shop

    @contextmanager
    def scope(self) -> Iterator[None]:
        with shop_scope(self.shop.id):
            yield

    def shopper(self) -> UUID:
        with self.scope():
            return Shopper.objects.create().pk

    def offer(self, **limits: int) -> None:
        with self.scope():
            import_catalog(parse_catalog(CATALOG), limits)

    def place(self, shopper: UUID, *lines: dict[str, object], key: str = "", total_fen: int, **wishes: object) -> Order:
        cart = Cart.model_validate(
            {"kind": "table", "table": "6", "lines": list(lines), "expected_total_fen": total_fen} | wishes
        )
        with self.scope():
            placed = place_order(shopper, key or uuid4().hex, cart, information_of(self.shop))
        with self.scope():
            return Order.objects.get(pk=UUID(placed.answer[7:43]))

    def place_fish(self, shopper: UUID, quantity: int = 1, key: str = "") -> Order:
        return self.place(shopper, line("fish_noodles", quantity), total_fen=2200 * quantity, key=key)

    def pay(self, order: Order, transaction: str = "", amount_fen: int = 0) -> Received:
        payment = Payment("wechatpay", transaction or f"t-{order.pk}", amount_fen or order.total_fen, datetime.now(UTC))
        with self.scope():
            return mark_paid(order.pk, payment)

    def order(self, order_id: UUID) -> Order:
        with self.scope():
            return Order.objects.get(pk=order_id)

    def counts(self) -> tuple[int, int, int]:
        """(limit, reserved, sold) of the one dish that has been counted."""
        with self.scope():
            day = DishDay.objects.get()
        return day.limit, day.reserved, day.sold

    def books(self) -> str:
        """The ledger as text, an entry a paragraph."""
        with self.scope():
            entries = JournalEntry.objects.order_by("number").prefetch_related("postings")
            return "\n".join(_entry_text(entry) for entry in entries)

    def check(self) -> None:
        """What must hold whatever has happened."""
        with self.scope():
            assert verify_chain() == []
            assert verify_stock() == []


def line(dish: str, quantity: int = 1, *choices: str) -> dict[str, object]:
    return {"dish": dish, "quantity": quantity, "choices": list(choices)}


def ledger_text(text: str | None) -> str:
    """A ledger as a test's docstring tells it, without its first line and its indentation."""
    assert text is not None
    rows = [row.strip() for row in text.strip().splitlines()[1:]]
    return "\n".join(" ".join(row.split()) for row in rows if row)


def refusal_of(work: Callable[[], object]) -> str:
    """The code of the refusal, or an empty string."""
    try:
        work()
    except Refusal as refusal:
        return refusal.code
    return ""


def _entry_text(entry: JournalEntry) -> str:
    postings = sorted(entry.postings.all(), key=lambda posting: posting.position)
    rows = [f"{posting.account} {posting.amount_fen / 100:.2f}" for posting in postings]
    return "\n".join([f"{entry.kind} {entry.memo}", *rows])


@pytest.fixture
def seller(shop: Shop) -> Seller:
    return _selling(shop)


@pytest.fixture
def other_seller(other_shop: Shop) -> Seller:
    return _selling(other_shop)


def _selling(shop: Shop) -> Seller:
    with shop_scope(shop.id):
        Shop.objects.filter(pk=shop.pk).update(information=INFORMATION)
    shop.refresh_from_db()
    seller = Seller(shop)
    seller.offer()
    return seller


@pytest.fixture
def shopper(seller: Seller) -> UUID:
    return seller.shopper()


@pytest.fixture
def at_the_same_time(transactional_db: None) -> Callable[[int, Callable[[int], T]], list[T]]:
    """Runs work(0), work(1), ... in as many threads, each with a connection of its own, all let go at one moment."""

    def run(count: int, work: Callable[[int], T]) -> list[T]:
        barrier = Barrier(count)

        def one(number: int) -> T:
            try:
                connection.ensure_connection()
                barrier.wait(timeout=30)
                return work(number)
            finally:
                connection.close()

        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(one, range(count)))

    return run
