"""A gateway account as the credentials a gateway needs, and its keys as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import cast
from uuid import UUID

from kaipu.commerce.payments.gateway import Credentials, PlatformCertificate
from kaipu.commerce.payments.models import GatewayAccount
from kaipu.commerce.payments.vault import seal, unseal


def credentials_of(account: GatewayAccount) -> Credentials:
    """All secrets opened; keep it no longer than one call needs."""
    return Credentials(
        base_url=account.base_url,
        merchant_id=account.merchant_id,
        app_id=account.app_id,
        merchant_serial=account.merchant_serial,
        secrets=unseal(_place(account), account.sealed_secrets),
        platform_keys=read_keys(account),
        login_url=account.login_url,
    )


def write_credentials(account: GatewayAccount, credentials: Credentials) -> None:
    """Into the account, which the caller saves."""
    account.base_url, account.login_url = credentials.base_url, credentials.login_url
    account.merchant_id = credentials.merchant_id
    account.app_id = credentials.app_id
    account.merchant_serial = credentials.merchant_serial
    account.sealed_secrets = seal(_place(account), credentials.secrets)
    write_keys(account, credentials.platform_keys)


def read_keys(account: GatewayAccount) -> list[PlatformCertificate]:
    """The gateway's keys that are known."""
    return [
        PlatformCertificate(
            serial=item["serial"],
            pem=item["pem"],
            expires_at=datetime.fromisoformat(item["expires_at"]) if item["expires_at"] else None,
        )
        for item in account.platform_keys
    ]


def write_keys(account: GatewayAccount, keys: Iterable[PlatformCertificate]) -> None:
    """Into the account, which the caller saves."""
    account.platform_keys = [
        {"serial": key.serial, "pem": key.pem, "expires_at": key.expires_at.isoformat() if key.expires_at else None}
        for key in keys
    ]


def replace_certificates(
    known: Iterable[PlatformCertificate], fetched: Iterable[PlatformCertificate]
) -> list[PlatformCertificate]:
    """The certificates the gateway lists now, and the keys that do not expire and were handed in by the merchant."""
    return [*(key for key in known if key.expires_at is None), *fetched]


def shop_of(account: GatewayAccount) -> UUID:
    """The shop whose account it is."""
    return cast(UUID, account.shop_id)  # never null; the type says otherwise because the model sets a default


def _place(account: GatewayAccount) -> str:
    return f"gateway account {account.id}"
