"""A shop to look at one block in: a trade whose first page shows nothing but the block, once for each of its cases, and
leads to as many more pages as they need.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from kaipu.cli.block_cases import BlockCase, read_cases
from kaipu.definition import BlockManifest, Catalog, Definition, JsonObject, ShopInformation, parse_definition

_MOST_TABS: Final = 5
_LEADS: Final = "title"
"""The block whose "more" leads to the next pages."""


@dataclass(frozen=True, slots=True)
class ShownBlock:
    definition: Definition
    catalog: Catalog | None
    """Those of the first case; None if it has none of its own."""
    shop: ShopInformation | None
    without_page: tuple[str, ...]
    """Cases that found no page where the block may stand."""
    otherwise: tuple[str, ...]
    """Cases that have a clock, language, cart, table or shop of their own: a package holds one shop, and a phone one
    time.
    """


def show_block(block: BlockManifest, trade: Definition, leads_version: int) -> ShownBlock:
    """Refused, with places in their files, if the cases are not what the block takes."""
    cases = read_cases(block)
    first = cases[0].shop
    pages, rest = _pages(block, cases)
    definition = _definition(block, trade, pages, leads_version)
    otherwise = tuple(case.name for case in cases if _has_its_own(case, cases[0]))
    return ShownBlock(definition, first.catalog, first.shop, tuple(case.name for case in rest), otherwise)


def _has_its_own(case: BlockCase, first: BlockCase) -> bool:
    own = {"now", "language", "cart", "table"} & case.shop.model_fields_set
    return bool(own) or (case.shop.catalog, case.shop.shop) != (first.shop.catalog, first.shop.shop)


def _pages(block: BlockManifest, cases: list[BlockCase]) -> tuple[list[tuple[BlockCase, ...]], list[BlockCase]]:
    """The cases of each page, the entry page first, and those that are left."""
    places = set(block.allowed_on)
    size = block.max_per_page
    groups = [tuple(cases[at : at + size]) for at in range(0, len(cases), size)]
    if places == {"page"}:
        groups.insert(0, ())
    most = 40 if places & {"any", "page"} else _MOST_TABS if "tab" in places else 1
    return groups[:most], [case for group in groups[most:] for case in group]


def _definition(
    block: BlockManifest, trade: Definition, groups: list[tuple[BlockCase, ...]], leads_version: int
) -> Definition:
    document = trade.document()
    pages, nodes = cast("dict[str, JsonObject]", document["pages"]), cast("dict[str, JsonObject]", document["nodes"])
    for name in cast("list[str]", pages[trade.entry_page]["nodes"]):
        del nodes[name]
    names = [trade.entry_page, *(f"cases_{number}" for number in range(2, len(groups) + 1))]
    for number, (name, group) in enumerate(zip(names, groups, strict=True), 1):
        shown = {
            f"n_case_{number}_{count}": _node(block.id, block.version, case.props) for count, case in enumerate(group)
        }
        pages[name] = {**_page(name, number), **pages.get(name, {}), "nodes": [*shown]}
        nodes |= {key: {"id": key, **node} for key, node in shown.items()}
    cast("list[str]", document["page_order"]).extend(names[1:])
    if "tab" in block.allowed_on and not {"any", "page"} & set(block.allowed_on):
        document["tabs"] = [_tab(trade, name, number) for number, name in enumerate(names, 1)]
    else:
        _lead(document, trade.entry_page, dict(zip(names[1:], groups[1:], strict=True)), leads_version)
    return parse_definition(document)


def _lead(document: JsonObject, entry: str, pages: dict[str, tuple[BlockCase, ...]], version: int) -> None:
    """From the first page to the others."""
    nodes = cast("dict[str, JsonObject]", document["nodes"])
    first = cast("dict[str, dict[str, list[str]]]", document["pages"])[entry]["nodes"]
    for number, (name, group) in enumerate(pages.items(), 2):
        props: JsonObject = {
            "text": f"{number} / {len(pages) + 1}",
            "subtitle": ", ".join(case.name for case in group)[:40],
            "link": {"kind": "page", "page": name},
        }
        nodes[f"n_to_{number}"] = {"id": f"n_to_{number}", **_node(_LEADS, version, props)}
        first.append(f"n_to_{number}")


def _page(name: str, number: int) -> JsonObject:
    return {"id": name, "title": str(number)}


def _tab(trade: Definition, page: str, number: int) -> JsonObject:
    return {"id": f"t_cases_{number}", "page": page, "label": str(number), "icon": trade.tabs[0].icon}


def _node(block: str, version: int, props: JsonObject) -> JsonObject:
    return {"block": block, "version": version, "hidden": False, "props": props}
