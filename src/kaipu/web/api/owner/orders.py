"""The order desk."""

from typing import Annotated, Literal
from uuid import UUID

from ninja import Query, Router
from pydantic import BaseModel

from kaipu.commerce.orders.actions.advance_order import Step, advance_order
from kaipu.commerce.orders.order_document import DeskOrderDocument
from kaipu.commerce.orders.order_feed import order_feed
from kaipu.commerce.orders.read_orders import desk_order
from kaipu.commerce.payments.actions.refund_order import refund_order
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.web.api.requests import OwnerRequest
from kaipu.web.api.scope import own_scope

router = Router()


class OrderFeed(BaseModel):
    """Hand `cursor` back as `after`."""

    orders: list[DeskOrderDocument]
    cursor: str


@router.get("orders", response=OrderFeed)
def feed(
    request: OwnerRequest,
    state: Annotated[str, Query(pattern=r"^[a-z]{0,16}$")] = "",
    after: Annotated[str, Query(pattern=r"^[0-9]{0,18}$")] = "",
) -> OrderFeed:
    """What changed since the cursor; an order may be told of twice. Made to be asked every few seconds."""
    changed = order_feed(after, state)
    return OrderFeed(orders=changed.orders, cursor=changed.cursor)


@router.post("orders/{order_id}/{event}", response=DeskOrderDocument)
@own_scope
def move_on(request: OwnerRequest, order_id: UUID, event: Step | Literal["refund"]) -> DeskOrderDocument:
    """One step on, or all the money back. Answers with the order as it is then."""
    if event == "refund":
        refund_order(request.shop.id, order_id)
    else:
        with shop_scope(request.shop.id):
            advance_order(order_id, event)
    with shop_scope(request.shop.id):
        return desk_order(order_id)
