"""Open the demo shop, with its goods, its first release and money in the sandbox. Does nothing that is done already."""

import argparse
from typing import Final

from kaipu.cli.running_database import running_database
from kaipu.web.environment import Environment

SLUG: Final = "noodle"
_TRADE = "noodle_shop"
_OWNER = "noodle-owner"


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(options: argparse.Namespace) -> int:
    environment = Environment.read()
    with running_database(environment):
        open_demo_shop(environment)
    return 0


def open_demo_shop(environment: Environment) -> None:
    """The database runs and is migrated. All or nothing: a kill in between leaves no half shop."""
    from django.db import transaction

    from kaipu.commerce.catalog.import_catalog import import_catalog
    from kaipu.commerce.shops.models import Shop, User
    from kaipu.commerce.shops.open_shop import open_shop
    from kaipu.commerce.shops.tenancy import shop_scope
    from kaipu.trades import load_trade

    if Shop.objects.filter(slug=SLUG).exists():
        return
    trade = load_trade(_TRADE)
    # Whoever tries the demo may do so at night: its door is open at every hour.
    information = trade.shop.model_copy(update={"opening": "open"})
    with transaction.atomic():
        owner, _ = User.objects.get_or_create(handle=_OWNER, defaults={"name": information.name})
        shop = open_shop(SLUG, information.name, owner, information.model_dump(mode="json"))
        with shop_scope(shop.id):
            import_catalog(trade.catalog, trade.daily_limits)
