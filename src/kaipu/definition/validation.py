"""Whether a definition makes sense: pages, tabs and nodes fit together, every node's block is known, allowed where it
stands, and its props fit. Only errors keep a definition from being saved or published; warnings are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kaipu.definition.blocks import BlockManifest, BlockRegistry, check_value
from kaipu.definition.catalog import Catalog
from kaipu.definition.diagnostics import Diagnostic
from kaipu.definition.document import SHELL_PAGES, Definition, Node, Page
from kaipu.definition.references import Reference, references
from kaipu.definition.texts import error, warning
from kaipu.definition.tree import join_pointer


def validate(definition: Definition, registry: BlockRegistry, catalog: Catalog | None = None) -> list[Diagnostic]:
    """Everything wrong with the definition; with a catalogue also links to goods that are not sold, as warnings."""
    found = [
        *_check_keys(definition),
        *_check_tabs(definition),
        *_check_order(definition),
        *_check_placing(definition),
    ]
    for page in definition.pages.values():
        found += _check_page(definition, page, registry)
    for node in definition.nodes.values():
        found += _check_node(definition, node, registry, catalog)
    return found


def _check_keys(definition: Definition) -> Iterator[Diagnostic]:
    """Pages and nodes stand under their own id."""
    for pages_or_nodes in ("pages", "nodes"):
        for key, part in getattr(definition, pages_or_nodes).items():
            if part.id != key:
                yield error("id_differs", join_pointer(pages_or_nodes, key, "id"), id=part.id, key=key)


def _check_tabs(definition: Definition) -> Iterator[Diagnostic]:
    if definition.entry_page not in definition.pages:
        yield error("entry_not_a_page", "/tabs/0/page", page=definition.entry_page)
    ids = Counter(tab.id for tab in definition.tabs)
    pages = Counter(tab.page for tab in definition.tabs)
    for number, tab in enumerate(definition.tabs):
        where = join_pointer("tabs", number)
        if ids[tab.id] > 1:
            yield error("tab_twice", f"{where}/id", tab=tab.id)
        if pages[tab.page] > 1:
            yield error("tab_page_twice", f"{where}/page", page=tab.page)
        if not _is_page(definition, tab.page):
            yield error("page_unknown", f"{where}/page", page=tab.page)


def _check_order(definition: Definition) -> Iterator[Diagnostic]:
    """`page_order` names every page once."""
    if sorted(definition.page_order) != sorted(definition.pages):
        yield error("page_order_differs", "/page_order")


def _check_placing(definition: Definition) -> Iterator[Diagnostic]:
    """Every node stands on one page, once."""
    placed = Counter(node for page in definition.pages.values() for node in page.nodes)
    for node in definition.nodes:
        if placed[node] != 1:
            code = "node_nowhere" if placed[node] == 0 else "node_twice"
            yield error(code, join_pointer("nodes", node), node=node)


def _check_page(definition: Definition, page: Page, registry: BlockRegistry) -> Iterator[Diagnostic]:
    seen: Counter[str] = Counter()
    for number, name in enumerate(page.nodes):
        where = join_pointer("pages", page.id, "nodes", number)
        node = definition.nodes.get(name)
        if node is None:
            yield error("node_unknown", where, node=name)
            continue
        manifest = registry.get(node.block)
        if manifest is None:
            continue
        seen[node.block] += 1
        if seen[node.block] == manifest.max_per_page + 1:
            yield error("block_too_often", where, block=node.block, page=page.id, limit=manifest.max_per_page)
        if not _is_allowed(definition, page, manifest):
            yield error("block_not_here", where, block=node.block, page=page.id)


def _is_allowed(definition: Definition, page: Page, manifest: BlockManifest) -> bool:
    in_tab = page.id in {tab.page for tab in definition.tabs}
    kinds = {"any", "tab" if in_tab else "page"} | ({"entry"} if page.id == definition.entry_page else set())
    return not kinds.isdisjoint(manifest.allowed_on)


def _check_node(
    definition: Definition, node: Node, registry: BlockRegistry, catalog: Catalog | None
) -> Iterator[Diagnostic]:
    where = join_pointer("nodes", node.id)
    manifest = registry.get(node.block)
    if manifest is None:
        yield error("block_unknown", f"{where}/block", block=node.block)
        return
    if node.version != manifest.version:
        code = "block_newer" if node.version > manifest.version else "block_older"
        yield error(code, f"{where}/version", block=node.block, found=node.version, known=manifest.version)
        return
    # What a node leaves out is drawn from the block's defaults, so that only the whole has to be complete.
    problems = list(check_value({**manifest.defaults, **node.props}, manifest.props, f"{where}/props"))
    yield from problems
    if not problems:
        for reference in references(node.props, manifest.props, f"{where}/props"):
            yield from _check_reference(definition, catalog, reference)


def _check_reference(definition: Definition, catalog: Catalog | None, reference: Reference) -> Iterator[Diagnostic]:
    if reference.kind == "page" and not _is_page(definition, reference.name):
        yield error("page_unknown", reference.where, page=reference.name)
    if catalog is None:
        return
    if reference.kind == "dish" and catalog.dish(reference.name) is None:
        yield warning("dish_unknown", reference.where, dish=reference.name)
    if reference.kind == "category" and all(category.code != reference.name for category in catalog.categories):
        yield warning("category_unknown", reference.where, category=reference.name)


def _is_page(definition: Definition, name: str) -> bool:
    return name in definition.pages or name in SHELL_PAGES
