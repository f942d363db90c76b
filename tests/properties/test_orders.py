"""Random carts and random lives of orders: money adds up and is never negative, stock is never oversold nor lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import ClassVar
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from kaipu.commerce.catalog.goods import Good
from kaipu.commerce.ledger.models import Posting
from kaipu.commerce.ledger.verify_chain import verify_chain
from kaipu.commerce.members.models import Shopper
from kaipu.commerce.orders.actions.advance_order import advance_order
from kaipu.commerce.orders.actions.begin_refund import begin_refund, drop_refund
from kaipu.commerce.orders.actions.cancel_order import cancel_order
from kaipu.commerce.orders.actions.finish_refund import Refund, finish_refund
from kaipu.commerce.orders.actions.mark_paid import Payment, mark_paid
from kaipu.commerce.orders.actions.place_order import place_order
from kaipu.commerce.orders.cart import Cart
from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.pricing import price_cart
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.information import information_of
from kaipu.commerce.stock.change_limit import change_limit
from kaipu.commerce.stock.models import DishDay
from kaipu.commerce.stock.verify_stock import verify_stock
from kaipu.definition import Dish, Refused, ShopInformation, parse_catalog

from ..commerce.selling import CATALOG, INFORMATION, Seller, line, seller

__all__ = ["seller"]

GOODS = {
    dish.code: Good(uuid4(), dish, 5 if dish.code == "fish_noodles" else None) for dish in parse_catalog(CATALOG).dishes
}
SHOP = ShopInformation.model_validate({"name": "老王面馆"} | INFORMATION)


def choices_of(dish: Dish) -> st.SearchStrategy[list[str]]:
    every = [f"{option.code}:{choice.code}" for option in dish.options for choice in option.choices]
    return st.lists(st.sampled_from(every), max_size=4) if every else st.just([])


LINES = st.sampled_from(sorted(GOODS)).flatmap(
    lambda code: st.builds(
        lambda quantity, choices: line(code, quantity, *choices), st.integers(1, 99), choices_of(GOODS[code].dish)
    )
)


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=8), st.sampled_from(sorted(order_kinds())), st.integers(0, 10**6))
def test_any_cart_is_priced_to_the_fen_or_refused(lines: list[dict[str, object]], kind: str, guess_fen: int) -> None:
    def price(expected_total_fen: int) -> int:
        cart = Cart.model_validate({"kind": kind, "lines": lines, "expected_total_fen": expected_total_fen})
        priced = price_cart(cart, GOODS, order_kinds()[kind], SHOP)
        assert all(
            each.unit_price_fen >= 0 and each.amount_fen == each.unit_price_fen * each.quantity for each in priced.lines
        )
        assert priced.total_fen == sum(each.amount_fen for each in priced.lines) + priced.packing_fee_fen > 0
        assert priced.packing_fee_fen >= 0
        return priced.total_fen

    def refusal_of(expected_total_fen: int) -> Refusal | None:
        try:
            assert price(expected_total_fen) == expected_total_fen
        except Refused:
            return None
        except Refusal as refusal:
            return refusal
        return None

    refusal = refusal_of(guess_fen)
    if refusal and refusal.code == "price_changed":
        assert refusal_of(int(str(refusal.details["total_fen"]))) is None


@dataclass
class Book:
    """What the test believes of one order."""

    order_id: UUID
    quantity: int
    state: str = "unpaid"
    refunding: bool = False
    payments: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)


class LifeOfOrders(RuleBasedStateMachine):
    """One limited dish, one shopper, and everything that can happen, in any order."""

    seller: ClassVar[Seller]

    def __init__(self) -> None:
        super().__init__()
        self.inside = transaction.atomic()
        self.inside.__enter__()
        self.seller.offer(fish_noodles=5)
        self.shopper = self.seller.shopper()
        self.orders: list[Book] = []
        self.today: date | None = None

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.inside.__exit__(None, None, None)

    @contextmanager
    def refusable(self) -> Iterator[None]:
        try:
            with self.seller.scope():
                yield
        except Refusal:
            pass

    @rule(quantity=st.integers(1, 3))
    def place(self, quantity: int) -> None:
        fish = line("fish_noodles", quantity)
        cart = Cart.model_validate(
            {"kind": "table", "table": "1", "lines": [fish], "expected_total_fen": 2200 * quantity}
        )
        with self.refusable():
            placed = place_order(self.shopper, uuid4().hex, cart, information_of(self.seller.shop))
            self.orders.append(Book(UUID(placed.answer[7:43]), quantity))

    @precondition(lambda self: self.orders)
    @rule(data=st.data(), again=st.booleans())
    def pay(self, data: st.DataObject, again: bool) -> None:
        book = data.draw(st.sampled_from(self.orders))
        transaction_id = book.payments[-1] if again and book.payments else uuid4().hex
        payment = Payment("wechatpay", transaction_id, 2200 * book.quantity, datetime.now(UTC))
        with self.seller.scope():
            received = mark_paid(book.order_id, payment)
        expected = "known" if transaction_id in book.payments else "paid" if book.state == "unpaid" else "refund_due"
        assert received.outcome == expected
        if expected != "known":
            book.payments.append(transaction_id)
        if expected == "paid":
            book.state = "paid"

    @precondition(lambda self: self.orders)
    @rule(data=st.data(), event=st.sampled_from(["accept", "ready", "finish", "cancel"]))
    def step(self, data: st.DataObject, event: str) -> None:
        book = data.draw(st.sampled_from(self.orders))
        with self.refusable():
            order = (
                cancel_order(self.shopper, book.order_id) if event == "cancel" else advance_order(book.order_id, event)
            )
            assert not book.refunding
            book.state = order.state

    @precondition(lambda self: self.orders)
    @rule(data=st.data(), begin=st.booleans())
    def ask_for_refund(self, data: st.DataObject, begin: bool) -> None:
        book = data.draw(st.sampled_from(self.orders))
        with self.refusable():
            if begin:
                begin_refund(book.order_id)
                assert not book.refunding
            else:
                drop_refund(book.order_id)
            book.refunding = begin

    @precondition(lambda self: any(book.payments for book in self.orders))
    @rule(data=st.data())
    def give_back(self, data: st.DataObject) -> None:
        book = data.draw(st.sampled_from([book for book in self.orders if book.payments]))
        transaction_id = data.draw(st.sampled_from(book.payments))
        refund = Refund("wechatpay", transaction_id, 2200 * book.quantity, datetime.now(UTC))
        with self.seller.scope():
            returned = finish_refund(book.order_id, refund)
        assert returned.outcome == ("known" if transaction_id in book.returned else "refunded")
        if returned.outcome == "refunded":
            book.returned.append(transaction_id)
        if returned.state == "refunded":
            book.state, book.refunding = "refunded", False

    @rule(limit=st.integers(0, 8))
    def change_limit(self, limit: int) -> None:
        with self.seller.scope():
            for row in DishDay.objects.all():
                change_limit(row.dish_id, limit, row.day)

    @invariant()
    def all_is_well(self) -> None:
        with self.seller.scope():
            assert verify_chain() == []
            assert verify_stock() == []
            held = dict(Posting.objects.filter(account="assets:wechatpay").values_list("id", "amount_fen"))
            came_fen = sum(2200 * book.quantity * len(book.payments) for book in self.orders)
            went_fen = sum(2200 * book.quantity * len(book.returned) for book in self.orders)
            assert sum(held.values()) == came_fen - went_fen >= 0
            assert dict(Order.objects.values_list("id", "state")) == {book.order_id: book.state for book in self.orders}
            for row in DishDay.objects.all():
                assert row.reserved == sum(book.quantity for book in self.orders if book.state == "unpaid")
                assert row.remaining >= 0


@pytest.mark.django_db
def test_any_life_of_orders(seller: Seller) -> None:
    with seller.scope():
        assert not Shopper.objects.exists()
    LifeOfOrders.seller = seller
    run_state_machine_as_test(
        LifeOfOrders,
        settings=settings(
            max_examples=30, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
