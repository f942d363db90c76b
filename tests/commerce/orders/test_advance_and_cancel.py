"""What the shop's people and the shopper do to an order."""

from uuid import UUID

import pytest

from kaipu.commerce.orders.actions.advance_order import advance_order
from kaipu.commerce.orders.actions.cancel_order import cancel_order
from kaipu.commerce.orders.read_orders import desk_order, order_of, orders_of
from kaipu.commerce.refusal import Refusal

from ..selling import Seller, line


def test_from_paid_to_done(seller: Seller, shopper: UUID) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    seller.pay(order)
    offered = []
    for step in ("accept", "ready", "finish"):
        with seller.scope():
            offered.append(desk_order(order.pk).events)
            advance_order(order.pk, step)
    with seller.scope():
        done = order_of(shopper, order.pk)
        assert desk_order(order.pk).events == ["refund"]
    assert offered == [["accept", "refund"], ["ready", "refund"], ["finish", "refund"]]
    assert [step.state for step in done.timeline] == ["unpaid", "paid", "making", "ready", "done"]
    assert done.pay_before is None


def test_a_step_is_not_taken_twice(seller: Seller, shopper: UUID) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    seller.pay(order)
    with seller.scope():
        advance_order(order.pk, "accept")
    with seller.scope(), pytest.raises(Refusal, match="order_event_refused"):
        advance_order(order.pk, "accept")


def test_only_the_own_unpaid_order_is_cancelled(seller: Seller, shopper: UUID) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    stranger = seller.shopper()
    with seller.scope(), pytest.raises(Refusal, match="order_unknown"):
        cancel_order(stranger, order.pk)
    with seller.scope():
        assert cancel_order(shopper, order.pk).state == "cancelled"
    with seller.scope(), pytest.raises(Refusal, match="order_event_refused"):
        cancel_order(shopper, order.pk)
    paid = seller.place(shopper, line("soy_milk"), total_fen=300)
    seller.pay(paid)
    with seller.scope(), pytest.raises(Refusal, match="order_event_refused"):
        cancel_order(shopper, paid.pk)


def test_a_shopper_sees_their_own_orders_newest_first(seller: Seller, shopper: UUID) -> None:
    mine = [seller.place(shopper, line("soy_milk"), total_fen=300).pk for _ in range(3)]
    seller.place(seller.shopper(), line("soy_milk"), total_fen=300)
    with seller.scope():
        assert [order.id for order in orders_of(shopper)] == mine[::-1]
