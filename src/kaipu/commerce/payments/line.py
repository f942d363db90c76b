"""The line from an account to its gateway. Nothing is asked of a gateway while a shop's transaction is open.

An answer signed by a key not known yet makes the account fetch the gateway's keys, once a minute at most, and then the
question is put again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from kaipu.commerce.payments.accounts import credentials_of, replace_certificates, shop_of, write_keys
from kaipu.commerce.payments.gateway import AnswerKeyUnknown, Credentials, GatewayClient
from kaipu.commerce.payments.gateways import find_gateway
from kaipu.commerce.payments.models import GatewayAccount
from kaipu.commerce.shops.tenancy import has_scope, shop_scope

KEYS_AT_MOST_EVERY = timedelta(minutes=1)
KEYS_COME_WITHIN = timedelta(seconds=3)
KEYS_LOOK_S = 0.05
LOOPBACK = ("127.0.0.1", "localhost", "::1")
T = TypeVar("T")


def ask(account: GatewayAccount, question: Callable[[GatewayClient], T]) -> T:
    """Put a question to the account's gateway. Raises GatewayError."""
    try:
        with open_line(account.kind, credentials_of(account)) as client:
            return question(client)
    except AnswerKeyUnknown:
        if may_fetch_keys(account):
            fetch_keys(account)
        elif not _keys_have_come(account):
            raise
    with open_line(account.kind, credentials_of(account)) as client:
        return question(client)


@contextmanager
def open_line(kind: str, credentials: Credentials) -> Iterator[GatewayClient]:
    """A client for the length of the block, which no shop's transaction may surround."""
    require_no_scope()
    client = find_gateway(kind).connect(credentials, allowed_hosts(kind))
    try:
        yield client
    finally:
        client.shut()


def require_no_scope() -> None:
    """A gateway may take seconds to answer, and a transaction would hold its locks meanwhile."""
    if has_scope():
        raise RuntimeError("a gateway is asked outside of the shop's scope")


def may_fetch_keys(account: GatewayAccount) -> bool:
    """Takes the turn of this minute; of many at one moment one gets it."""
    now = timezone.now()
    rested = Q(keys_asked_at=None) | Q(keys_asked_at__lt=now - KEYS_AT_MOST_EVERY)
    with shop_scope(shop_of(account)):
        return GatewayAccount.objects.filter(rested, pk=account.pk).update(keys_asked_at=now) == 1


def _keys_have_come(account: GatewayAccount) -> bool:
    """Whether whoever has the turn brings other keys than we have. Many may meet here: the first buyers of a shop."""
    known = account.platform_keys
    while True:
        with shop_scope(shop_of(account)):
            account.refresh_from_db(fields=["platform_keys", "keys_asked_at"])
        if account.platform_keys != known:
            return True
        if account.keys_asked_at is None or timezone.now() - account.keys_asked_at > KEYS_COME_WITHIN:
            return False
        time.sleep(KEYS_LOOK_S)


def fetch_keys(account: GatewayAccount) -> None:
    """Learn the gateway's present keys, for a caller who has got the turn. Raises GatewayError."""
    credentials = credentials_of(account)
    with open_line(account.kind, credentials) as client:
        fetched = client.fetch_keys()
    write_keys(account, replace_certificates(credentials.platform_keys, fetched))
    with shop_scope(shop_of(account)):
        account.save(update_fields=["platform_keys"])


def allowed_hosts(kind: str) -> Sequence[str]:
    """Where payments may go: what the operator says (KAIPU_PAYMENT_HOSTS), else the documented hosts and this machine,
    on which the sandbox runs."""
    named: Sequence[str] = settings.PAYMENT_HOSTS
    return named or (*find_gateway(kind).hosts, *LOOPBACK, f"http://{settings.NEAR_HOST}")


def notify_url(account: GatewayAccount, slug: str) -> str:
    """Where the gateway tells us of this shop's payments. A gateway on this machine need not know our public name."""
    host = urlsplit(account.base_url).hostname or ""
    near = f"http://[{host}]" if ":" in host else f"http://{host}"
    site = f"{near}:{settings.ENVIRONMENT.port}" if host in LOOPBACK else settings.SITE_URL
    return f"{site}/notify/{account.kind}/{slug}"
