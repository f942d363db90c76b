"""Gives a shop its account with a gateway, or changes it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kaipu.commerce.payments.accounts import replace_certificates, write_credentials
from kaipu.commerce.payments.gateway import Credentials, GatewayRefused, PlatformCertificate
from kaipu.commerce.payments.gateways import find_gateway
from kaipu.commerce.payments.line import allowed_hosts, open_line
from kaipu.commerce.payments.models import GatewayAccount
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.tenancy import shop_scope

NOTHING_LISTED = 404


def connect_gateway(shop_id: UUID, kind: str, credentials: Credentials, *, prove: bool = True) -> GatewayAccount:
    """Raises ValueError with a plain sentence if the credentials cannot work.

    To prove that they do, the gateway is asked for its keys, which may raise GatewayError; without proof they are
    fetched when the first answer comes. Call it outside of any scope.
    """
    gateway = find_gateway(kind)
    gateway.check(credentials)
    if prove:
        keys = replace_certificates(credentials.platform_keys, _listed(kind, credentials))
        credentials = replace(credentials, platform_keys=keys)
    else:
        gateway.connect(credentials, allowed_hosts(kind)).shut()
    with shop_scope(shop_id):
        account = GatewayAccount.objects.filter(kind=kind).first() or GatewayAccount(id=new_id(), kind=kind)
        write_credentials(account, credentials)
        account.save()
    return account


def _listed(kind: str, credentials: Credentials) -> list[PlatformCertificate]:
    """What the gateway lists. To a merchant who verifies with a public key it may list nothing."""
    with open_line(kind, credentials) as client:
        try:
            return client.fetch_keys()
        except GatewayRefused as refused:
            if refused.status == NOTHING_LISTED and credentials.platform_keys:
                return []
            raise
