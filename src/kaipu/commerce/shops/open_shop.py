"""Opens a shop and makes its first owner a member of it."""

from collections.abc import Mapping

from kaipu.commerce.shops.models import Membership, Shop, User
from kaipu.commerce.shops.tenancy import shop_scope


def open_shop(slug: str, name: str, owner: User, information: Mapping[str, object]) -> Shop:
    """`information` is a ShopInformation as JSON. Raises IntegrityError when the slug is taken."""
    shop = Shop(slug=slug, name=name, information=dict(information))
    with shop_scope(shop.id):
        shop.save(force_insert=True)
        Membership.objects.create(user=owner, shop=shop, role=Membership.Role.OWNER)
    return shop
