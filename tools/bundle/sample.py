"""Prints a trade's shop as the JSON that a web page carries, for the development server."""

from __future__ import annotations

import json
import sys

from kaipu.trades import load_trade

trade = load_trade(sys.argv[1])
release = {
    "slug": "noodle",
    "api": "/api/shop/noodle",
    "pictures": "/pictures/",
    "sha256": "0" * 64,
    "definition": trade.definition.model_dump(mode="json", by_alias=True),
    "catalog": trade.catalog.model_dump(mode="json", by_alias=True),
    # Open at any hour, so that an order can be placed while it is worked on.
    "shop": trade.shop.model_dump(mode="json", by_alias=True) | {"opening": "open"},
}
json.dump({**release, "folder": str(trade.pictures)}, sys.stdout, ensure_ascii=False)
