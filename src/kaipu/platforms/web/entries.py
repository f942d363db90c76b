"""Which page of a shop an address names, and what is said of it before it is opened: title, description, picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast
from urllib.parse import unquote

from kaipu.definition import JsonObject, JsonValue, Language

Kind: TypeAlias = Literal["page", "dish", "cart", "checkout", "orders", "order", "shop", "search"]

_TITLES: Final[dict[Kind, dict[Language, str]]] = {
    "cart": {"zh": "购物车", "en": "Cart"},
    "checkout": {"zh": "确认订单", "en": "Checkout"},
    "orders": {"zh": "我的订单", "en": "My orders"},
    "order": {"zh": "订单", "en": "Order"},
    "shop": {"zh": "门店信息", "en": "About the shop"},
    "search": {"zh": "搜索", "en": "Search"},
}
"""The pages of the shell that need no more than their name."""
_PRIVATE: Final[frozenset[Kind]] = frozenset({"cart", "checkout", "orders", "order", "search"})


@dataclass(frozen=True, slots=True)
class Entry:
    kind: Kind
    thing: str
    """The id of a definition's page, or the code of a dish; else ''."""
    title: str
    description: str
    picture: str
    """As in the document: `picture:` name, path, address, or ''."""
    tab: int
    """Which tab shows it; -1 for an inner page."""

    @property
    def private(self) -> bool:
        """Of one shopper: search engines have no business there."""
        return self.kind in _PRIVATE


def find_entry(path: str, definition: JsonObject, catalog: JsonObject, language: Language) -> Entry | None:
    """What is at that path below the shop's root, such as 'menu' or 'dish/beef_noodles'; None if nothing is."""
    name, _, rest = path.strip("/").partition("/")
    value = unquote(rest)
    if name == "dish":
        return _dish(value, definition, catalog) if value else _any_dish(definition)
    if name == "order":
        return _shell("order", definition, language)
    if rest:
        return None
    if name in _TITLES:
        return _shell(name, definition, language)
    return _page(name or first_page(definition), definition, catalog, language)


def list_paths(definition: JsonObject, catalog: JsonObject) -> Iterator[str]:
    """All paths that can be known beforehand, the shop's root first."""
    yield ""
    entry = first_page(definition)
    yield from (page for page in _objects(definition["pages"]) if page != entry)
    yield from (kind for kind in _TITLES if kind != "order")
    yield from (f"dish/{dish['code']}" for dish in _list(catalog["dishes"]))


def first_page(definition: JsonObject) -> str:
    """Id of the page, or name of the shell's page, that the first tab shows."""
    return _tab_pages(definition)[0].removeprefix("@")


def pictures_in(value: JsonValue) -> Iterator[str]:
    """Pictures named anywhere in a node's props, in their order."""
    if isinstance(value, str):
        if value.startswith("picture:") or (value.startswith(("/media/", "https://")) and " " not in value):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from pictures_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from pictures_in(item)


def nodes_of(page: str, definition: JsonObject) -> list[JsonObject]:
    """The nodes of a page that are shown."""
    found, nodes = _objects(definition["pages"]).get(page), _objects(definition["nodes"])
    ids = cast("list[str]", found["nodes"]) if found else []
    return [nodes[one] for one in ids if not nodes[one].get("hidden")]


def _page(page: str, definition: JsonObject, catalog: JsonObject, language: Language) -> Entry | None:
    if page in _TITLES:
        return _shell(page, definition, language)
    found = _objects(definition["pages"]).get(page)
    if found is None:
        return None
    name, title = str(definition["name"]), str(found["title"])
    picture = next(pictures_in([node["props"] for node in nodes_of(page, definition)]), "")
    tab = _tab(page, definition)
    return Entry("page", page, title if title == name else f"{title} · {name}", _about(definition), picture, tab)


def _dish(code: str, definition: JsonObject, catalog: JsonObject) -> Entry | None:
    found = next((dish for dish in _list(catalog["dishes"]) if dish["code"] == code), None)
    if found is None:
        return None
    description = str(found.get("description") or _about(definition))
    title = f"{found['name']} · {definition['name']}"
    return Entry("dish", code, title, description, str(found.get("picture") or ""), -1)


def _any_dish(definition: JsonObject) -> Entry:
    """For an address that says in its query which dish it is."""
    return Entry("dish", "", str(definition["name"]), _about(definition), "", -1)


def _shell(kind: Kind, definition: JsonObject, language: Language) -> Entry:
    title = f"{_TITLES[kind][language]} · {definition['name']}"
    return Entry(kind, "", title, _about(definition), "", _tab(f"@{kind}", definition))


def _about(definition: JsonObject) -> str:
    return str(definition.get("description") or definition["name"])


def _tab(page: str, definition: JsonObject) -> int:
    pages = _tab_pages(definition)
    return pages.index(page) if page in pages else -1


def _tab_pages(definition: JsonObject) -> list[str]:
    return [str(tab["page"]) for tab in _list(definition["tabs"])]


def _list(value: JsonValue) -> list[JsonObject]:
    return cast("list[JsonObject]", value)


def _objects(value: JsonValue) -> dict[str, JsonObject]:
    return cast("dict[str, JsonObject]", value)
