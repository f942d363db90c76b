"""POST orders/{id}/pay: how a shopper gets from an order to the gateway."""

from typing import Annotated, Literal
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from ninja import Router, Schema
from pydantic import Field

from kaipu.commerce.payments.actions.open_payment import Wish
from kaipu.commerce.payments.actions.start_payment import start_payment
from kaipu.commerce.payments.gateway import Way
from kaipu.commerce.refusal import Refusal
from kaipu.web.api.requests import ShopperRequest
from kaipu.web.api.scope import own_scope
from kaipu.web.rate_limit import client_address

router = Router()


class PayRequest(Schema):
    """`return_url`: where the gateway's page leads back to; needed for h5, and on this site."""

    way: Literal["h5", "jsapi"]
    return_url: Annotated[str, Field(max_length=500)] = ""


class H5Invitation(Schema):
    """Go to `url`; it comes back by itself."""

    way: Literal["h5"]
    url: str


class PaymentParams(Schema):
    """What the mini-program's own payment call wants, as it is."""

    timeStamp: str  # noqa: N815 - the platform's names
    nonceStr: str  # noqa: N815
    package: str
    signType: str  # noqa: N815
    paySign: str  # noqa: N815


class JsapiInvitation(Schema):
    """Hand `params` to the platform's payment call."""

    way: Literal["jsapi"]
    params: PaymentParams


Invitation = Annotated[H5Invitation | JsapiInvitation, Field(discriminator="way")]


@router.post("orders/{order_id}/pay", response=Invitation, url_name="pay_order")
@own_scope
def pay_order(request: ShopperRequest, order_id: UUID, body: PayRequest) -> dict[str, object]:
    if body.way == "h5":
        _require_own(request, body.return_url)
    wish = Wish(
        shopper_id=request.auth,
        order_id=order_id,
        way=Way(body.way),
        return_url=body.return_url,
        payer_ip=client_address(request),
    )
    return start_payment(request.shop, wish)


def _require_own(request: ShopperRequest, url: str) -> None:
    """Same scheme, host and port as the page that asks, or as the site's public address."""
    own = (f"{request.scheme}://{request.get_host()}", settings.SITE_URL)
    try:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
    except ValueError:
        origin = ""
    if origin not in own or not url.isascii() or not url.isprintable() or "\\" in url or " " in url:
        raise Refusal("return_url_refused", 422)
