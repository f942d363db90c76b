"""Signs a shopper in by the platform whose payments the shop takes: it is the same app, so the same account knows it.

Goes out; call it outside of any scope.
"""

from __future__ import annotations

import logging
from uuid import UUID

from kaipu.commerce.payments.accounts import credentials_of
from kaipu.commerce.payments.gateway import GatewayError, SignInRefused
from kaipu.commerce.payments.gateways import find_gateway
from kaipu.commerce.payments.line import allowed_hosts, require_no_scope
from kaipu.commerce.payments.models import GatewayAccount
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.tenancy import shop_scope

LOG = logging.getLogger("kaipu.payments")


def sign_in(kind: str, shop_id: UUID, code: str) -> str:
    """The shopper's openid in the shop's app. Raises Refusal."""
    require_no_scope()
    with shop_scope(shop_id):
        account = GatewayAccount.objects.filter(kind=kind).first()
    credentials = credentials_of(account) if account else None
    if credentials is None or not credentials.login_url:
        raise Refusal("platform_sign_in_unknown", 422)
    try:
        return find_gateway(kind).sign_in(credentials, code, allowed_hosts(kind))
    except SignInRefused as refused:
        LOG.info("a sign-in to shop %s was refused: %s", shop_id, refused)
        raise Refusal("platform_sign_in_refused", 422) from None
    except GatewayError as error:
        LOG.warning("sign-ins to shop %s do not work: %s", shop_id, error)
        raise Refusal("platform_unreachable", 503, retry_after_s=3) from None
