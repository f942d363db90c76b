"""A trade in memory, and how trades are found. Every folder beside this file that has a trade.yaml is one; nothing
lists them by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kaipu.definition import (
    Bilingual,
    Catalog,
    Definition,
    JsonObject,
    ShopInformation,
    load_yaml,
    parse_definition,
    parse_shop_information,
)
from kaipu.definition.document import Id, Part
from kaipu.definition.parsing import parse_model
from kaipu.trades.goods import read_goods

TRADES = Path(__file__).parent
"""The folder whose folders are the trades that come with Kaipu."""


class Licence(Part):
    """A paper the owner must hold before a platform lets such a shop go live."""

    id: Id
    name: Bilingual


class _Sheet(Part):
    id: Id
    name: Bilingual
    summary: Bilingual
    icon: Id
    order_kinds: list[Id]
    licences: list[Licence]
    shop: JsonObject


@dataclass(frozen=True, slots=True)
class Trade:
    id: str
    name: Bilingual
    summary: Bilingual
    icon: str
    order_kinds: tuple[str, ...]
    licences: tuple[Licence, ...]
    definition: Definition
    catalog: Catalog
    shop: ShopInformation
    daily_limits: dict[str, int]
    """How many of a dish are made a day, by its code; a dish that is not here is not limited."""
    pictures: Path
    """The folder that `picture:<file>` means."""


def list_trades(folder: Path = TRADES) -> list[str]:
    """The ids of all trades, in alphabetical order."""
    return sorted(file.parent.name for file in folder.glob("*/trade.yaml"))


@cache
def load_trade(name: str, folder: Path = TRADES) -> Trade:
    """Refused, with what is wrong, if its files are; LookupError if there is no such trade."""
    if name not in list_trades(folder):
        raise LookupError(f"there is no trade called {name!r}; there are: {', '.join(list_trades(folder))}")
    home = folder / name
    sheet = parse_model(_Sheet, load_yaml(home / "trade.yaml"))
    catalog, daily_limits = read_goods(home / "goods.yaml")
    return Trade(
        id=sheet.id,
        name=sheet.name,
        summary=sheet.summary,
        icon=sheet.icon,
        order_kinds=tuple(sheet.order_kinds),
        licences=tuple(sheet.licences),
        definition=parse_definition((home / "definition.json").read_bytes(), file="definition.json"),
        catalog=catalog,
        shop=parse_shop_information(sheet.shop, file="trade.yaml"),
        daily_limits=daily_limits,
        pictures=home / "pictures",
    )
