"""The HTML document of one page of a shop: title and share tags, the release as data, and a first paint that waits for
nothing. Holds under a policy without inline scripts: its only style sheet carries the nonce, its data runs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Final, cast
from urllib.parse import urljoin

from kaipu.definition import JsonObject, Language, Release
from kaipu.definition.blocks import installed_blocks
from kaipu.platforms.web.bundle import Bundle, load_bundle
from kaipu.platforms.web.entries import Entry, find_entry
from kaipu.platforms.web.joined import JoinedBlock, joined_blocks
from kaipu.platforms.web.outline import Content, draw_outline
from kaipu.platforms.web.palette import palette
from kaipu.platforms.web.shop_data import ShopData, compact_json, release_value

_BACK: Final[Mapping[Language, str]] = {"zh": "返回", "en": "Back"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands and where it finds what it names."""

    base: str
    """The shop's root, with a slash at the end, absolute or relative to the document."""
    bundle: str
    """The folder of the bundle's files, with a slash at the end."""
    origin: str
    """Of full addresses, such as `https://shop.example`; '' if it is not known, and then there are none."""
    language: Language
    nonce: str
    policy: str = ""
    """Content-Security-Policy, where no server says it in a header."""


def render_shop_page(
    slug: str,
    path: str,
    release: Release,
    catalog: JsonObject,
    shop: JsonObject,
    base_url: str,
    nonce: str,
    *,
    pictures: str,
    language: Language = "zh",
    preview: bool = False,
) -> str | None:
    """The document at /s/<slug>/<path> of the server at `base_url`; None if the shop has no such page.

    `pictures` is what `picture:` names are appended to. A preview may come to show any block there is.
    """
    definition = cast(JsonObject, json.loads(release.body))
    data = ShopData(slug, f"/api/shop/{slug}", pictures, release.sha256, definition, catalog, shop)
    entry = find_entry(path, definition, catalog, language)
    place = Place(f"/s/{slug}/", "/static/web/", base_url.rstrip("/"), language, nonce)
    if entry is None:
        return None
    return render_document(data, entry, path, place, load_bundle(), _wanted(definition, preview))


def _wanted(definition: JsonObject, preview: bool) -> list[JoinedBlock]:
    """Of the custom blocks; the shop does without those that are not there."""
    nodes = cast("dict[str, JsonObject]", definition["nodes"])
    used = {str(node["block"]) for node in nodes.values()}
    return [block for block in joined_blocks() if preview or block.id in used]


def render_document(
    data: ShopData, entry: Entry, path: str, place: Place, bundle: Bundle, joined: Sequence[JoinedBlock] = ()
) -> str:
    """`joined`: the blocks that it may come to show and the bundle has not."""
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if place.language == "zh" else "en"}">\n'
        f"<head>\n{_head(data, entry, path, place, bundle)}</head>\n"
        f"<body>\n{_frame(data, entry, place, bundle)}\n"
        # After what it would hold up: the first paint needs none of it.
        f"{_style_tags([bundle.style, *(block.folder + block.style for block in joined)], place)}"
        f'<script type="application/json" id="kaipu-release">{_inlined(data, place)}</script>\n'
        f"{_file_script(data, place)}"
        f"{_script_tags([*(block.folder + block.script for block in joined), bundle.script], place)}"
        "</body>\n</html>\n"
    )


def _style_tags(files: list[str], place: Place) -> str:
    return "".join(f'<link rel="stylesheet" href="{place.bundle}{file}">\n' for file in files)


def _script_tags(files: list[str], place: Place) -> str:
    """They run in this order."""
    return "".join(f'<script src="{place.bundle}{file}" defer></script>\n' for file in files)


def document_style(definition: JsonObject, bundle: Bundle) -> str:
    """The text of the document's one style element."""
    variables = ";".join(f"{name}:{value}" for name, value in palette(cast(JsonObject, definition["theme"])).items())
    return f"{bundle.first_paint}:root{{{variables}}}"


def picture_address(name: str, pictures: str) -> str:
    return pictures + name.removeprefix("picture:") if name.startswith("picture:") else name


def _head(data: ShopData, entry: Entry, path: str, place: Place, bundle: Bundle) -> str:
    background = str(cast(JsonObject, data.definition["theme"])["background"])
    tags = [
        '<meta charset="utf-8">',
        *([f'<meta http-equiv="Content-Security-Policy" content="{escape(place.policy)}">'] if place.policy else []),
        f"<title>{escape(entry.title)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
        f'<meta name="theme-color" content="{escape(background)}">',
        _meta("name", "description", entry.description),
        *(['<meta name="robots" content="noindex">'] if entry.private else []),
        *_share_tags(data, entry, path, place),
        '<link rel="icon" href="data:,">',
        f'<link rel="preload" as="style" href="{place.bundle}{bundle.style}">',
        f'<link rel="preload" as="script" href="{place.bundle}{bundle.script}">',
        *([f'<link rel="preload" as="script" href="{place.bundle}{bundle.rest}">'] if entry.kind != "page" else []),
        f"<style{_nonce(place)}>{document_style(data.definition, bundle)}</style>",
    ]
    return "\n".join(tags) + "\n"


def _nonce(place: Place) -> str:
    return f' nonce="{escape(place.nonce)}"' if place.nonce else ""


def _share_tags(data: ShopData, entry: Entry, path: str, place: Place) -> list[str]:
    tags = [
        _meta("property", "og:type", "website"),
        _meta("property", "og:site_name", str(data.definition["name"])),
        _meta("property", "og:title", entry.title),
        _meta("property", "og:description", entry.description),
    ]
    if not place.origin:
        return tags
    address = urljoin(f"{place.origin}/", place.base) + path.strip("/")
    tags += [_meta("property", "og:url", address), f'<link rel="canonical" href="{escape(address)}">']
    if entry.picture:
        picture = urljoin(address, picture_address(entry.picture, data.pictures))
        tags.append(_meta("property", "og:image", picture))
    return tags


def _meta(attribute: str, name: str, content: str) -> str:
    return f'<meta {attribute}="{name}" content="{escape(content)}">'


def _frame(data: ShopData, entry: Entry, place: Place, bundle: Bundle) -> str:
    """The same elements and classes as runtime/pages/frame.js makes, which takes their place."""
    tabs = cast("list[JsonObject]", data.definition["tabs"])
    bars = " ui-shop--bar" if entry.tab < 0 else " ui-shop--tabs" if len(tabs) > 1 else ""
    content = Content(
        data.definition, data.catalog, data.shop, _categories(), lambda name: picture_address(name, data.pictures)
    )
    drawn = (_tab(tab, index, index == entry.tab, place, bundle) for index, tab in enumerate(tabs))
    return (
        f'<div id="kaipu-shop" class="ui-shop{bars}">'
        f'<header class="ui-bar">{_bar(entry, place)}</header>'
        f'<main class="ui-pages"><div class="ui-page"><div class="ui-page__scroller">'
        f'<div class="ui-outline">{draw_outline(entry, content)}</div></div></div></main>'
        f'<nav class="ui-tabs">{"".join(drawn)}</nav>'
        "</div>"
    )


def _bar(entry: Entry, place: Place) -> str:
    title = entry.title.partition(" · ")[0]
    return f'<a class="ui-bar__back" href="{place.base}" aria-label="{_BACK[place.language]}"></a>' + (
        f'<h1 class="ui-bar__title">{escape(title)}</h1>'
    )


def _tab(tab: JsonObject, index: int, current: bool, place: Place, bundle: Bundle) -> str:
    href = place.base + ("" if index == 0 else str(tab["page"]).removeprefix("@"))
    icon, label = bundle.icons.get(str(tab["icon"]), ""), escape(str(tab["label"]))
    mark = ' aria-current="page"' if current else ""
    return (
        f'<a href="{href}" class="ui-tabs__tab"{mark}>'
        f'<span class="ui-glyph" aria-hidden="true">{icon}</span><span class="ui-tabs__label">{label}</span></a>'
    )


def _inlined(data: ShopData, place: Place) -> str:
    """JSON that stands safely in a script element: no tag and no comment can begin in it."""
    carried = {} if data.file else release_value(data)
    return compact_json({"base": place.base, **carried}).replace("<", "\\u003c")


def _file_script(data: ShopData, place: Place) -> str:
    return f'<script src="{place.bundle}{data.file}" defer></script>\n' if data.file else ""


@cache
def _categories() -> Mapping[str, str]:
    return {manifest.id: manifest.category for manifest in installed_blocks()}
