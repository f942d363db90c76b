"""Who asks: a shopper by bearer token, an owner by session cookie and CSRF header."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from kaipu.commerce.members.authenticate_shopper import authenticate_shopper
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import Membership, User
from kaipu.commerce.shops.tenancy import has_scope, shop_scope
from kaipu.web.api.requests import ShopRequest


class ShopperToken(HttpBearer):
    """The token that POST session gave; it is good in its own shop only."""

    def authenticate(self, request: HttpRequest, token: str) -> UUID | None:
        with _scope(request) as shop_id:
            return authenticate_shopper(shop_id, token)


class SignedIn(APIKeyCookie):
    """A session of a user; changes need the CSRF token besides."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> User | None:
        return request.user if isinstance(request.user, User) else None


class MemberOfShop(SignedIn):
    """A session of a member. To everybody else the shop does not exist."""

    def authenticate(self, request: HttpRequest, key: str | None) -> User | None:
        user = super().authenticate(request, key)
        if user is None:
            return None
        with _scope(request):
            member = Membership.objects.filter(user=user).exists()
        if not member:
            raise Refusal("shop_unknown", 404)
        return user


@contextmanager
def _scope(request: HttpRequest) -> Iterator[UUID]:
    """The scope of the request's shop, unless the route is in it already."""
    shop_id = cast(ShopRequest, request).shop.id
    if has_scope():
        yield shop_id
        return
    with shop_scope(shop_id):
        yield shop_id
