"""The order desk."""

from typing import Annotated
from uuid import UUID

from ninja import Query, Router
from pydantic import BaseModel, Field

from kaipu.commerce.orders.actions.advance_order import Step, advance_order
from kaipu.commerce.orders.order_document import DeskOrderDocument, desk_document
from kaipu.commerce.orders.order_feed import order_feed
from kaipu.web.api.requests import OwnerRequest

router = Router()


class OrderFeed(BaseModel):
    """Hand `cursor` back as `after`."""

    orders: list[DeskOrderDocument]
    cursor: str


@router.get("orders", response=OrderFeed)
def feed(
    request: OwnerRequest,
    state: Annotated[str, Field(pattern=r"^[a-z]{0,16}$"), Query()] = "",
    after: Annotated[str, Field(pattern=r"^[0-9]{0,18}$"), Query()] = "",
) -> OrderFeed:
    """What changed since the cursor; an order may be told of twice. Made to be asked every few seconds."""
    changed = order_feed(after, state)
    return OrderFeed(orders=changed.orders, cursor=changed.cursor)


@router.post("orders/{order_id}/{event}", response=DeskOrderDocument)
def advance(request: OwnerRequest, order_id: UUID, event: Step) -> DeskOrderDocument:
    return desk_document(advance_order(order_id, event))
