"""A shopper places orders and looks at their own."""

from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Header, Router

from kaipu.commerce.orders.actions.cancel_order import cancel_order
from kaipu.commerce.orders.actions.place_order import place_order
from kaipu.commerce.orders.cart import Cart, IdempotencyKey
from kaipu.commerce.orders.order_document import OrderDocument
from kaipu.commerce.orders.read_orders import order_of, orders_of
from kaipu.commerce.shops.information import information_of
from kaipu.web.api.requests import ShopperRequest

router = Router()


@router.get("orders", response=list[OrderDocument])
def list_orders(request: ShopperRequest) -> list[OrderDocument]:
    return orders_of(request.auth)


@router.post("orders", response={201: OrderDocument})
def place(
    request: ShopperRequest, body: Cart, key: Annotated[IdempotencyKey, Header(alias="Idempotency-Key")]
) -> HttpResponse:
    """The same key with the same body gets the first answer again, byte for byte; with another body, 422."""
    placed = place_order(request.auth, key, body, information_of(request.shop))
    return HttpResponse(placed.answer, status=201, content_type="application/json")


@router.get("orders/{order_id}", response=OrderDocument)
def show_order(request: ShopperRequest, order_id: UUID) -> OrderDocument:
    return order_of(request.auth, order_id)


@router.post("orders/{order_id}/cancel", response=OrderDocument)
def cancel(request: ShopperRequest, order_id: UUID) -> OrderDocument:
    cancel_order(request.auth, order_id)
    return order_of(request.auth, order_id)
