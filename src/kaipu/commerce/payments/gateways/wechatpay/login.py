"""Mini-program sign-in: a code that works once, exchanged for the shopper's openid.

Documentation: developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html. Errors come with status
200; the secret travels in the query, as documented, and so must stay out of every log of URLs.
"""

from __future__ import annotations

from collections.abc import Sequence

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError

from kaipu.commerce.payments.gateway import Credentials, GatewayUnreachable, SignInRefused
from kaipu.commerce.payments.gateways.wechatpay.transport import open_http, require_allowed

BUSY = (-1, 45011)


class WireSession(BaseModel):
    """The session key that comes with the openid is not wanted and not kept."""

    model_config = ConfigDict(extra="ignore")

    openid: str = ""
    errcode: int = 0


def exchange_code(credentials: Credentials, code: str, allowed_hosts: Sequence[str]) -> str:
    """The openid. Raises SignInRefused for a code that is not good, GatewayUnreachable if it cannot be known."""
    query = {
        "appid": credentials.app_id,
        "secret": credentials.secrets["app_secret"],
        "js_code": code,
        "grant_type": "authorization_code",
    }
    base_url = require_allowed(credentials.login_url, allowed_hosts)
    try:
        with open_http() as http:
            answer = http.get(f"{base_url}/sns/jscode2session", params=query)
        said = WireSession.model_validate_json(answer.content)
    except (httpx.HTTPError, ValidationError) as error:
        # An exception of httpx quotes the URL, and the URL the secret.
        raise GatewayUnreachable(f"The platform did not answer ({type(error).__name__}).") from None
    if said.errcode in BUSY or answer.status_code != httpx.codes.OK:
        raise GatewayUnreachable(f"The platform is busy ({answer.status_code}, {said.errcode}).")
    if not said.openid:
        raise SignInRefused(f"errcode {said.errcode}")
    return said.openid
