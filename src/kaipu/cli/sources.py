"""What `kaipu build` can build: a shop in the database, a trade, or a definition's file. Django is only imported for a
shop.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Final, cast

from kaipu.cli.failure import Failure
from kaipu.cli.shown_block import show_block
from kaipu.cli.words import say
from kaipu.compiler.project import BuildSource
from kaipu.definition import (
    BlockRegistry,
    Catalog,
    Definition,
    JsonObject,
    Refused,
    ShopInformation,
    make_release,
    parse_definition,
)
from kaipu.definition.blocks.pinned import lost_blocks
from kaipu.definition.texts import error
from kaipu.definition.tree import DOCUMENT_LIMITS, json_places, read_file
from kaipu.web.environment import Environment
from kaipu.web.site import site_url

_TRADE = "trade:"
_BLOCK = "block:"
_LOOKED_AT_IN = "noodle_shop"
_SLUG: Final = re.compile(r"[-\w]{1,40}", re.ASCII)
"""No database need be asked for what cannot be a shop's name."""


def load_source(text: str, registry: BlockRegistry, environment: Environment) -> BuildSource:
    """`noodle` is a shop, `trade:noodle_shop` a trade, `block:banner` a block's cases, `shop.json` a file. Refused if
    the release is not valid, at places in the file if there is one; Failure if there is no such thing.
    """
    if not text:
        raise Failure("source_missing")
    if text.startswith(_TRADE):
        return _from_trade(text.removeprefix(_TRADE), registry, environment)
    if text.startswith(_BLOCK):
        return _from_block(text.removeprefix(_BLOCK), registry, environment)
    if text.endswith(".json"):
        return _from_file(Path(text), registry, environment)
    if not _SLUG.fullmatch(text):
        raise Failure("shop_unknown", slug=text)
    source = _from_shop(text, environment)
    lost = lost_blocks(source.definition, registry)
    if lost:
        raise Refused(lost)
    return source


def _from_trade(name: str, registry: BlockRegistry, environment: Environment) -> BuildSource:
    from kaipu.trades import list_trades, load_trade

    try:
        trade = load_trade(name)
    except LookupError as lost:
        raise Failure("trade_unknown", trade=name, trades=", ".join(list_trades())) from lost
    return _made(name, trade.definition, trade.catalog, trade.shop, registry, environment)


def _from_block(name: str, registry: BlockRegistry, environment: Environment) -> BuildSource:
    from kaipu.trades import load_trade

    block = registry.get(name)
    if block is None:
        raise Failure("block_unknown", block=name, blocks=", ".join(one.id for one in registry))
    trade = load_trade(_LOOKED_AT_IN)
    shown = show_block(block, trade.definition, registry["title"].version)
    for code, cases in (("block_without_page", shown.without_page), ("block_otherwise", shown.otherwise)):
        if cases:
            print(say(code, cases=", ".join(cases), block=name), file=sys.stderr)
    catalog, shop = shown.catalog or trade.catalog, shown.shop or trade.shop
    return _made(name, shown.definition, catalog, shop, registry, environment)


def _from_file(file: Path, registry: BlockRegistry, environment: Environment) -> BuildSource:
    """The goods and the shop's information are those of the trade the definition began as."""
    from kaipu.trades import list_trades, load_trade

    raw = read_file(file, DOCUMENT_LIMITS.size_bytes)
    with json_places(raw, str(file)):
        definition = parse_definition(raw, file=str(file))
        try:
            trade = load_trade(definition.trade)
        except LookupError as lost:
            raise Refused([error("not_one_of", "/trade", field="trade", expected=", ".join(list_trades()))]) from lost
        return _made(definition.trade, definition, trade.catalog, trade.shop, registry, environment)


def _made(
    slug: str,
    definition: Definition,
    catalog: Catalog,
    shop: ShopInformation,
    registry: BlockRegistry,
    environment: Environment,
) -> BuildSource:
    release = make_release(definition, registry)
    return _source(
        slug,
        cast("JsonObject", json.loads(release.body)),
        cast("JsonObject", catalog.model_dump(mode="json")),
        cast("JsonObject", shop.model_dump(mode="json")),
        release.sha256,
        f"/static/trades/{definition.trade}/",
        environment,
    )


def _source(
    slug: str,
    definition: JsonObject,
    catalog: JsonObject,
    shop: JsonObject,
    sha256: str,
    pictures: str,
    environment: Environment,
) -> BuildSource:
    nodes = cast("dict[str, JsonObject]", definition["nodes"])
    site = site_url(environment)
    return BuildSource(
        slug=slug,
        definition=definition,
        catalog=catalog,
        shop=shop,
        api_base=f"{site}/api/shop/{slug}",
        pictures_base=f"{site}{pictures}",
        sha256=sha256,
        blocks={str(node["block"]): int(str(node["version"])) for node in nodes.values()},
    )


def _from_shop(slug: str, environment: Environment) -> BuildSource:
    """The shop's live release; starts the database if it does not run."""
    from kaipu.cli.running_database import running_database

    with running_database(environment):
        import django

        django.setup()
        return load_live(slug, environment)


def load_live(slug: str, environment: Environment) -> BuildSource:
    """The database answers and Django is set up. Failure if there is no such shop, or it has published nothing."""
    from kaipu.commerce.catalog.read_catalog import read_catalog
    from kaipu.commerce.publishing.read_live import read_live, release_body
    from kaipu.commerce.refusal import Refusal
    from kaipu.commerce.shops.find_shop import find_shop
    from kaipu.commerce.shops.information import information_of, today_of
    from kaipu.commerce.shops.tenancy import shop_scope
    from kaipu.web.pictures import pictures_of_shop

    try:
        shop = find_shop(slug)
        with shop_scope(shop.id):
            mark = read_live()
            information = information_of(shop)
            return _source(
                slug,
                cast("JsonObject", json.loads(release_body(mark))),
                cast("JsonObject", read_catalog(today_of(information)).model_dump(mode="json")),
                cast("JsonObject", information.model_dump(mode="json")),
                mark.sha256,
                pictures_of_shop(),
                environment,
            )
    except Refusal as refusal:
        raise Failure("shop_unknown", slug=slug) from refusal
