"""What a kind of order is: its states, which event leads from which to which, what it asks of a cart, what it adds to
the price. A kind is data and two small functions; it touches no database.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from kaipu.commerce.orders.cart import Cart
from kaipu.definition import Language, ShopInformation

Event: TypeAlias = Literal["pay", "cancel", "expire", "accept", "ready", "finish", "refund"]

UNPAID: Final = "unpaid"
"""Where every order of every kind begins."""
DESK_EVENTS: Final[tuple[Event, ...]] = ("accept", "ready", "finish", "refund")
"""The events that the shop's people cause, in the order they are offered."""

Transitions: TypeAlias = Mapping[tuple[str, Event], str]


@dataclass(frozen=True)
class OrderKind:
    """`check` raises Refusal and returns the shop's day that limited dishes are taken from.

    `unmade` are the states in which a refund gives the dishes back to others: nothing has been cooked yet.
    """

    name: str
    label: Mapping[Language, str]
    transitions: Transitions
    unmade: frozenset[str]
    check: Callable[[Cart, ShopInformation, datetime], date]
    packing_fee_fen: Callable[[int, ShopInformation], int]

    @property
    def states(self) -> frozenset[str]:
        return frozenset({UNPAID, *self.transitions.values(), *(state for state, _ in self.transitions)})

    def after(self, state: str, event: Event) -> str | None:
        """The state that the event leads to, or None if it cannot happen now."""
        return self.transitions.get((state, event))

    def desk_events(self, state: str) -> list[Event]:
        return [event for event in DESK_EVENTS if (state, event) in self.transitions]
