"""The shape of a definition, schema 1: one shop's mini-program as pure data. Shape only: whether pages, blocks and
props fit together is `validation`'s to say. Dumping a loaded definition gives back exactly what was loaded.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias, cast

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from kaipu.definition.tree.value import JsonObject

SCHEMA: Final = 1
SHELL_PAGES: Final = ("@orders", "@shop", "@cart", "@search")

Id: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
PageReference: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(@(orders|shop|cart|search)|[a-z][a-z0-9_]{0,31})$")
]
HexColor: TypeAlias = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Line: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\r\n]+$")]

LATER: Final = ConfigDict(defer_build=True)
"""For models and adapters: they are made when something is first read with them. Most commands need few."""


class Part(BaseModel):
    """What all parts of a document and of a catalogue have in common: nothing unknown, nothing converted, nothing
    changed in place.
    """

    model_config = LATER | ConfigDict(extra="forbid", strict=True, frozen=True)


class Theme(Part):
    primary: HexColor
    accent: HexColor
    background: HexColor
    surface: HexColor
    text: HexColor
    radius_px: Annotated[int, Field(ge=0, le=32)]


class Tab(Part):
    id: Id
    page: PageReference
    label: Annotated[str, StringConstraints(min_length=1, max_length=8)]
    icon: Id


class Page(Part):
    id: Id
    title: Line
    nodes: Annotated[list[Id], Field(max_length=100)]


class Node(Part):
    """One block placed on a page."""

    id: Id
    block: Id
    version: Annotated[int, Field(ge=1, le=9999)]
    hidden: bool = False
    props: dict[str, JsonValue]


class Definition(Part):
    schema_number: Annotated[Literal[1], Field(alias="schema")]
    trade: Id
    name: Line
    description: Annotated[str, StringConstraints(max_length=200)] = ""
    theme: Theme
    tabs: Annotated[list[Tab], Field(min_length=1, max_length=5)]
    page_order: Annotated[list[Id], Field(min_length=1, max_length=50)]
    pages: Annotated[dict[Id, Page], Field(max_length=50)]
    nodes: Annotated[dict[Id, Node], Field(max_length=1000)]

    @property
    def entry_page(self) -> str:
        """The page of the first tab; a shell page only if the definition is not valid."""
        return self.tabs[0].page

    def document(self) -> JsonObject:
        """The JSON it was loaded from, key for key."""
        return cast("JsonObject", self.model_dump(mode="json", by_alias=True, exclude_unset=True))

    def complete_document(self) -> JsonObject:
        """The same with what was left out written down."""
        return cast("JsonObject", self.model_dump(mode="json", by_alias=True))
