"""What changed at the desk since it last asked. Needs the shop's scope.

A change becomes visible when its transaction ends, a little after the time it bears. So each answer goes back over the
last moments again: the desk may be told of an order twice, and never not at all.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from kaipu.commerce.orders.kinds.order_kind import UNPAID
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.order_document import DeskOrderDocument, desk_document
from kaipu.commerce.refusal import Refusal

LONGEST_TRANSACTION: Final = timedelta(seconds=30)
_PAGE: Final = 200
_SHOWN_AT_FIRST: Final = timedelta(hours=24)
_AT_WORK: Final = ("paid", "making", "ready")
_NOT_FOR_THE_DESK: Final = (UNPAID, "cancelled")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Feed:
    """`cursor` is handed back as `after` with the next question."""

    orders: list[DeskOrderDocument]
    cursor: str


def order_feed(after: str = "", state: str = "") -> Feed:
    """With no cursor: all orders being worked on and those finished in the last day. With one: what changed since.

    Orders nobody has paid for are no business of the desk's, unless it asks for that `state`.
    """
    now = timezone.now()
    orders = Order.objects.filter(state=state) if state else Order.objects.exclude(state__in=_NOT_FOR_THE_DESK)
    since = _moment(after) if after else None
    if since is None:
        orders = orders.filter(Q(state__in=_AT_WORK) | Q(changed_at__gte=now - _SHOWN_AT_FIRST))
        return Feed(_documents(orders.order_by("-changed_at")[: 5 * _PAGE]), _cursor(now - LONGEST_TRANSACTION))
    return _changes(orders.filter(changed_at__gte=since).order_by("changed_at", "id"), since, now)


def _changes(orders: QuerySet[Order], since: datetime, now: datetime) -> Feed:
    settled = now - LONGEST_TRANSACTION
    if since >= settled - LONGEST_TRANSACTION:
        # The usual poll. No page: whatever changed within these moments is told in one piece.
        return Feed(_documents(orders), _cursor(max(since, settled)))
    page = list(orders[:_PAGE].prefetch_related("lines", "timeline"))
    reached = page[-1].changed_at if len(page) == _PAGE else settled
    return Feed([desk_document(order) for order in page], _cursor(min(reached, settled)))


def _documents(orders: QuerySet[Order]) -> list[DeskOrderDocument]:
    return [desk_document(order) for order in orders.prefetch_related("lines", "timeline")]


def _cursor(moment: datetime) -> str:
    return str((moment - _EPOCH) // timedelta(microseconds=1))


def _moment(cursor: str) -> datetime:
    try:
        return _EPOCH + timedelta(microseconds=int(cursor))
    except (ValueError, OverflowError):
        raise Refusal("cursor_unreadable", 422) from None
