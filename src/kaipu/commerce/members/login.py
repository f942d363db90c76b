"""The port through which platforms sign their people in: the payments app registers one function for each. This room
knows no platform by name, and calls none while a transaction is open.
"""

from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

from kaipu.commerce.refusal import Refusal

Login: TypeAlias = Callable[[UUID, str], str]
"""(shop id, the platform's one-time login code) -> openid. Raises Refusal when the platform does not know the code."""

_logins: dict[str, Login] = {}


def register_login(platform: str, login: Login) -> None:
    """Once per platform, from the ready() of the app that speaks to it."""
    _logins[platform] = login


def openid_for(shop_id: UUID, platform: str, code: str) -> str:
    """Asks the platform who holds `code`. May wait for the network: call it outside any scope."""
    login = _logins.get(platform)
    if login is None:
        raise Refusal("platform_login_unknown", 422)
    return login(shop_id, code)
