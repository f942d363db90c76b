"""What a shop's documents give the script to draw from, as runtime/shop.js reads it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kaipu.definition import JsonObject


@dataclass(frozen=True, slots=True)
class ShopData:
    """What the script is given; addresses may be relative to the document."""

    slug: str
    api: str
    pictures: str
    sha256: str
    definition: JsonObject
    catalog: JsonObject
    shop: JsonObject
    file: str = ""
    """Name of the bundle's file with all this, when the shop is served as files; '' when each document carries it."""


def release_value(data: ShopData) -> JsonObject:
    """What runtime/shop.js reads, but for where the document stands."""
    return {
        "slug": data.slug,
        "api": data.api,
        "pictures": data.pictures,
        "sha256": data.sha256,
        "definition": data.definition,
        "catalog": data.catalog,
        "shop": data.shop,
        "as_files": bool(data.file),
    }


def compact_json(value: JsonObject) -> str:
    """Also a JavaScript expression of any year."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
