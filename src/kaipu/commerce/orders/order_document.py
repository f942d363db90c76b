"""An order as its shopper and its shop read it: the JSON of the HTTP API."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema

from kaipu.commerce.orders.kinds.order_kind import UNPAID, Event
from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.orders.models import Order, OrderLine, TimelineStep

REFUNDING = "refunding"
"""What the desk is shown while a refund is on its way; no state of its own."""


def _moment_text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


Moment: TypeAlias = Annotated[
    datetime,
    PlainSerializer(_moment_text, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""Spelled in one way, whoever writes the JSON: what is stored and replayed must be what is read later."""


class LineDocument(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    dish: str
    name: str
    options: str
    quantity: int
    unit_price_fen: int
    amount_fen: int
    picture: str


class StepDocument(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    state: str
    at: Moment


class OrderDocument(BaseModel):
    """`pay_before` stands only while the order waits for its payment."""

    id: UUID
    number: str
    kind: str
    state: str
    table: str | None
    pickup_at: Moment | None
    note: str
    lines: list[LineDocument]
    packing_fee_fen: int
    total_fen: int
    created_at: Moment
    pay_before: Moment | None
    paid_at: Moment | None
    timeline: list[StepDocument]


class DeskOrderDocument(OrderDocument):
    """`events`: what the shop may do with the order now."""

    phone: str
    events: list[Event]


def order_document(order: Order, lines: Iterable[OrderLine], steps: Iterable[TimelineStep]) -> OrderDocument:
    return OrderDocument.model_validate(_members(order, lines, steps))


def desk_document(order: Order) -> DeskOrderDocument:
    """Reads the order's lines and timeline; prefetch them for many."""
    members = _members(order, order.lines.all(), order.timeline.all())
    waiting = order.refund_began_at is not None and "refund" in desk_events(order)
    shown: dict[str, object] = {"state": REFUNDING, "events": []} if waiting else {"events": desk_events(order)}
    return DeskOrderDocument.model_validate(members | {"phone": order.phone} | shown)


def desk_events(order: Order) -> list[Event]:
    return order_kinds()[order.kind].desk_events(order.state)


def _members(order: Order, lines: Iterable[OrderLine], steps: Iterable[TimelineStep]) -> dict[str, object]:
    return {
        "id": order.pk,
        "number": order.number,
        "kind": order.kind,
        "state": order.state,
        "table": order.table,
        "pickup_at": order.pickup_at,
        "note": order.note,
        "lines": sorted(lines, key=lambda line: line.position),
        "packing_fee_fen": order.packing_fee_fen,
        "total_fen": order.total_fen,
        "created_at": order.created_at,
        "pay_before": order.pay_before if order.state == UNPAID else None,
        "paid_at": order.paid_at,
        "timeline": sorted(steps, key=lambda step: (step.at, step.pk)),
    }
