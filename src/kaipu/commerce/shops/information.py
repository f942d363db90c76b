"""What a shop says about itself, as a value: parsed once per change and process."""

from datetime import date
from threading import Lock
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.shops.models import Shop
from kaipu.definition import ShopInformation, parse_shop_information

_MOST_SHOPS = 1000

_parsed: dict[UUID, tuple[dict[str, object], ShopInformation]] = {}
"""Shop -> what its row said, and what that means."""
_writing = Lock()


def information_of(shop: Shop) -> ShopInformation:
    """Raises Refused if the row holds what is no shop's information."""
    said = {"name": shop.name, **shop.information}
    known = _parsed.get(shop.id)
    # Compared whole, not by revision: whoever writes the row cannot leave a stale value here.
    if known is not None and known[0] == said:
        return known[1]
    information = parse_shop_information(said)
    with _writing:
        if len(_parsed) >= _MOST_SHOPS:
            _parsed.clear()
        _parsed[shop.id] = (said, information)
    return information


def today_of(information: ShopInformation) -> date:
    """The day it is now where the shop is."""
    return timezone.now().astimezone(information.zone).date()
