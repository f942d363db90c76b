"""A shop with a draft of two pages, and short ways to edit it. All tests here run in the shop's scope."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kaipu.commerce.publishing.edit_draft import edit_draft
from kaipu.commerce.publishing.models import Draft
from kaipu.commerce.publishing.start_draft import start_draft
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.models import Shop, User
from kaipu.commerce.shops.tenancy import shop_scope
from kaipu.definition import Operation, parse_patch

DOCUMENT: dict[str, Any] = {
    "schema": 1,
    "trade": "noodle_shop",
    "name": "老王面馆",
    "theme": {
        "primary": "#B3261E",
        "accent": "#E8A33D",
        "background": "#FFF8F0",
        "surface": "#FFFFFF",
        "text": "#2B1B12",
        "radius_px": 12,
    },
    "tabs": [{"id": "t_home", "page": "home", "label": "首页", "icon": "home"}],
    "page_order": ["home", "story"],
    "pages": {
        "home": {"id": "home", "title": "老王面馆", "nodes": ["n_title", "n_notice"]},
        "story": {"id": "story", "title": "故事", "nodes": ["n_story"]},
    },
    "nodes": {
        "n_title": {"id": "n_title", "block": "title", "version": 1, "props": {"text": "招牌"}},
        "n_notice": {"id": "n_notice", "block": "notice", "version": 1, "props": {"text": "面汤免费续"}},
        "n_story": {"id": "n_story", "block": "rich_text", "version": 1, "props": {"text": "<p>从前</p>"}},
    },
}
TITLE = "/nodes/n_title/props/text"
NOTICE = "/nodes/n_notice/props/text"
STORY = "/nodes/n_story/props/text"
Edit = Callable[..., Draft]


def replace(path: str, value: object) -> dict[str, object]:
    return {"op": "replace", "path": path, "value": value}


def operation(base_rev: int, *steps: dict[str, object], label: str = "改一改") -> Operation:
    return Operation(id=new_id(), label=label, base_rev=base_rev, patch=parse_patch(list(steps)))


@pytest.fixture
def document() -> dict[str, Any]:
    return copy.deepcopy(DOCUMENT)


@pytest.fixture
def scope(shop: Shop) -> Iterator[None]:
    with shop_scope(shop.id):
        yield


@pytest.fixture
def draft(scope: None, document: dict[str, Any]) -> Draft:
    return start_draft(document)


@pytest.fixture
def edit(draft: Draft, owner: User) -> Edit:
    """Makes an edit based on the newest revision, unless told another."""

    def make(*steps: dict[str, object], base_rev: int | None = None, label: str = "改一改") -> Draft:
        newest = Draft.objects.get().rev
        return edit_draft(operation(newest if base_rev is None else base_rev, *steps, label=label), owner)

    return make


def text_at(draft: Draft, path: str) -> Any:
    value: Any = draft.document
    for name in path[1:].split("/"):
        value = value[name]
    return value
