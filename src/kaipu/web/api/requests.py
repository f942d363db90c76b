"""A request as the routes see it: with its shop and whoever signed in."""

from uuid import UUID

from django.http import HttpRequest

from kaipu.commerce.shops.models import Shop, User


class ShopRequest(HttpRequest):
    """Any request under a shop's address. The shop is found before the route runs, and its scope is open."""

    slug: str
    shop: Shop


class ShopperRequest(ShopRequest):
    """`auth` is the shopper's id. Routes with auth=None take a ShopRequest instead."""

    auth: UUID


class OwnerRequest(ShopRequest):
    """`user` is a member of the shop."""

    user: User


class AccountRequest(HttpRequest):
    """`user` is signed in; no shop is meant."""

    user: User
