"""Leads a request to its shop."""

from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import Shop


def find_shop(slug: str) -> Shop:
    """Needs no scope: the directory of shops is open. Raises Refusal 404."""
    shop = Shop.objects.filter(slug=slug).first()
    if shop is None:
        raise Refusal("shop_unknown", 404)
    return shop
