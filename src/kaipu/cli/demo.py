"""Open the demo shop, with its goods, its first release and money in the sandbox. Does nothing that is done already."""

import argparse
from typing import TYPE_CHECKING, Final

from kaipu.cli.running_database import running_database
from kaipu.web.environment import Environment
from kaipu.web.site import near_host

if TYPE_CHECKING:
    from kaipu.commerce.shops.models import Shop

SLUG: Final = "noodle"
_TRADE = "noodle_shop"
_OWNER = "noodle-owner"
_GATEWAY = "wechatpay"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(options: argparse.Namespace) -> int:
    environment = Environment.read()
    with running_database(environment):
        open_demo_shop(environment)
    return 0


def open_demo_shop(environment: Environment) -> None:
    """The database runs and is migrated. After a kill in between, what is missing is made the next time."""
    from kaipu.commerce.shops.models import Shop

    shop = Shop.objects.filter(slug=SLUG).first() or _open_shop()
    _connect_sandbox(environment, shop)


def _open_shop() -> "Shop":
    """The shop and all that is in it, in one transaction."""
    from django.db import transaction

    from kaipu.commerce.catalog.import_catalog import import_catalog
    from kaipu.commerce.publishing.publish_release import publish_release
    from kaipu.commerce.publishing.start_draft import start_draft
    from kaipu.commerce.shops.models import User
    from kaipu.commerce.shops.open_shop import open_shop
    from kaipu.commerce.shops.tenancy import shop_scope
    from kaipu.trades import load_trade

    trade = load_trade(_TRADE)
    # Whoever tries the demo may do so at night: its door is open at every hour.
    information = trade.shop.model_copy(update={"opening": "open"})
    with transaction.atomic():
        owner, _ = User.objects.get_or_create(handle=_OWNER, defaults={"name": information.name})
        shop = open_shop(SLUG, information.name, owner, information.model_dump(mode="json"))
        with shop_scope(shop.id):
            import_catalog(trade.catalog, trade.daily_limits)
            start_draft(trade.definition.document())
            publish_release(owner)
    return shop


def _connect_sandbox(environment: Environment, shop: "Shop") -> None:
    """An account with the sandbox, which may not be running yet. It moves when KAIPU_PORT does."""
    from kaipu.commerce.payments.actions.connect_gateway import connect_gateway
    from kaipu.commerce.payments.gateway import Credentials
    from kaipu.commerce.payments.models import GatewayAccount
    from kaipu.commerce.shops.tenancy import shop_scope
    from kaipu.sandbox import register_merchant

    base_url = f"http://{near_host(environment)}:{environment.port + 1}"
    with shop_scope(shop.id):
        if GatewayAccount.objects.filter(kind=_GATEWAY, base_url=base_url, login_url=base_url).exists():
            return
    merchant = register_merchant(environment.data / "sandbox", reference=str(shop.id), name=shop.name)
    credentials = Credentials(
        base_url=base_url,
        merchant_id=merchant.merchant_id,
        app_id=merchant.app_id,
        merchant_serial=merchant.merchant_serial,
        secrets={
            "private_key": merchant.private_key_pem,
            "api_v3_key": merchant.api_v3_key,
            "app_secret": merchant.app_secret,
        },
        platform_keys=[],
        login_url=base_url,
    )
    connect_gateway(shop.id, _GATEWAY, credentials, prove=False)
