"""Every pair of a state and an event that is not in a kind's table is refused, in the database as on paper."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest

from kaipu.commerce.orders import kinds
from kaipu.commerce.orders.kinds.order_kind import UNPAID, Event, OrderKind
from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.transition import lock_order, move_order
from kaipu.commerce.refusal import Refusal

from ..selling import Seller, line

STATES = {"unpaid", "paid", "making", "ready", "done", "cancelled", "refunded"}


def all_pairs() -> Iterator[tuple[OrderKind, str, Event]]:
    for kind in order_kinds().values():
        for state in sorted(kind.states):
            for event in get_args(Event):
                yield kind, state, event


def test_every_folder_is_a_kind_and_knows_the_states_the_api_names() -> None:
    folders = {path.parent.name for path in Path(kinds.__file__).parent.glob("*/kind.py")}
    assert folders == set(order_kinds()) >= {"table", "pickup"}
    for kind in order_kinds().values():
        assert kind.states == STATES
        assert set(kind.label) == {"zh", "en"}


def test_every_state_can_be_reached_and_money_can_always_go_back() -> None:
    for kind in order_kinds().values():
        reached = {UNPAID}
        while more := {to for (state, _), to in kind.transitions.items() if state in reached} - reached:
            reached |= more
        assert reached == kind.states
        paid = reached - {UNPAID, "cancelled", "refunded"}
        assert all(kind.after(state, "refund") == "refunded" for state in paid)


@pytest.mark.parametrize(("kind", "state", "event"), list(all_pairs()), ids=lambda part: getattr(part, "name", part))
def test_only_what_the_table_says_happens(
    seller: Seller, shopper: UUID, kind: OrderKind, state: str, event: Event
) -> None:
    order = seller.place(shopper, line("soy_milk"), total_fen=300)
    with seller.scope():
        Order.objects.filter(pk=order.pk).update(kind=kind.name, state=state)
    allowed = kind.transitions.get((state, event))
    with seller.scope():
        if allowed is None:
            with pytest.raises(Refusal, match="order_event_refused") as refused:
                move_order(lock_order(order.pk), event, datetime.now(UTC))
            assert refused.value.status == 409
        else:
            move_order(lock_order(order.pk), event, datetime.now(UTC))
    with seller.scope():
        now = Order.objects.get(pk=order.pk)
        assert now.state == (allowed or state)
        assert now.timeline.count() == (2 if allowed else 1)
