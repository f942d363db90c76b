"""A shopper's page asks for a token to speak with."""

from typing import Annotated

from ninja import Router
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kaipu.commerce.members.login import openid_for
from kaipu.commerce.members.open_session import open_anonymous_session, open_platform_session
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.web.api.requests import ShopRequest
from kaipu.web.api.scope import own_scope
from kaipu.web.rate_limit import RateLimit

router = Router()
# Generous: a whole food court may stand behind one address.
_newcomers = RateLimit(per_minute=600, burst=1000)
_NO_ACCOUNTS = "web"


class SessionWanted(BaseModel):
    """`code` is the platform's one-time login code; the web has none."""

    model_config = ConfigDict(extra="forbid")

    platform: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
    code: Annotated[str, Field(min_length=1, max_length=256)] | None = None


class Session(BaseModel):
    token: str


@router.post("session", response=Session, auth=None)
@own_scope
def open_session(request: ShopRequest, body: SessionWanted) -> Session:
    """A new shopper on the web; on a platform with a login, the same shopper every time."""
    _newcomers.take(request)
    if body.platform == _NO_ACCOUNTS:
        with shop_scope(request.shop.id):
            return Session(token=open_anonymous_session())
    openid = openid_for(request.shop.id, body.platform, body.code or "")
    with shop_scope(request.shop.id):
        return Session(token=open_platform_session(body.platform, openid))
