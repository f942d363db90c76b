"""Signing in and out, and who I am."""

from uuid import UUID

from django.contrib.auth import login, logout
from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Status
from pydantic import BaseModel, Field

from kaipu.commerce.shops.models import Membership, User
from kaipu.commerce.shops.sign_in_link import spend_sign_in_token
from kaipu.commerce.shops.tenancy import user_scope
from kaipu.web.api.requests import AccountRequest
from kaipu.web.rate_limit import RateLimit

router = Router()
_attempts = RateLimit(per_minute=10, burst=10)


class SignIn(BaseModel):
    token: str = Field(min_length=16, max_length=128)


class ShopOfMine(BaseModel):
    id: UUID
    slug: str
    name: str


class Me(BaseModel):
    name: str
    shops: list[ShopOfMine]


@router.post("sign-in", response=Me, auth=None)
def sign_in(request: HttpRequest, body: SignIn) -> Me:
    """Spends a one-time link. A POST, so that a program that previews links does not spend it."""
    _attempts.take(request)
    user = spend_sign_in_token(body.token)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    get_token(request)  # the studio's next request needs the CSRF cookie
    return _me(user)


@router.post("sign-out", response={204: None})
def sign_out(request: AccountRequest) -> Status[None]:
    logout(request)
    return Status(204, None)


@router.get("me", response=Me)
def me(request: AccountRequest) -> Me:
    get_token(request)
    return _me(request.user)


def _me(user: User) -> Me:
    with user_scope(user.id):
        memberships = Membership.objects.filter(user=user).select_related("shop").order_by("created_at")
        shops = [ShopOfMine(id=each.shop.id, slug=each.shop.slug, name=each.shop.name) for each in memberships]
    return Me(name=user.name, shops=shops)
