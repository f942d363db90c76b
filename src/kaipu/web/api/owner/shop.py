"""What the shop says about itself."""

from ninja import Router

from kaipu.commerce.orders.kinds.registry import order_kinds
from kaipu.commerce.shops.edit_information import ShopChanges, edit_information
from kaipu.commerce.shops.information import information_of
from kaipu.definition import ShopInformation
from kaipu.web.api.requests import OwnerRequest

router = Router()


@router.get("shop", response=ShopInformation)
def read_shop(request: OwnerRequest) -> ShopInformation:
    return information_of(request.shop)


@router.patch("shop", response=ShopInformation)
def edit_shop(request: OwnerRequest, body: ShopChanges) -> ShopInformation:
    """Only what is named changes; shoppers see it with their next look."""
    return information_of(edit_information(body, order_kinds()))
