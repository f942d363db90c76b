"""Whether the shop takes an order for a moment; the refusal says when it does."""

from datetime import datetime

from kaipu.commerce.refusal import Refusal
from kaipu.definition import ShopInformation, is_open, next_opening


def check_open(shop: ShopInformation, wanted_at: datetime) -> None:
    if is_open(shop, wanted_at):
        return
    opens = next_opening(shop, wanted_at)
    if opens is None:
        raise Refusal("shop_closed", 409)
    raise Refusal("shop_opens_later", 409, details={"opens_at": opens.isoformat()}, opens=f"{opens:%m-%d %H:%M}")
