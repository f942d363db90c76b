"""Where a tap on something leads. A link names things inside the shop or a telephone; it never holds a free address,
so nobody can be led out of the mini-program.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints, TypeAdapter

from kaipu.definition.catalog import Code, Phone
from kaipu.definition.document import LATER, PageReference, Part


class PageLink(Part):
    kind: Literal["page"]
    page: PageReference


class DishLink(Part):
    kind: Literal["dish"]
    dish: Code


class CategoryLink(Part):
    kind: Literal["category"]
    category: Code


class CallLink(Part):
    kind: Literal["call"]
    phone: Phone


class MapLink(Part):
    kind: Literal["map"]


class NoLink(Part):
    kind: Literal["none"]


Link: TypeAlias = Annotated[
    PageLink | DishLink | CategoryLink | CallLink | MapLink | NoLink, Field(discriminator="kind")
]
LINK: TypeAdapter[Link] = TypeAdapter(Link, config=LATER)

PictureText: TypeAlias = Annotated[
    str,
    StringConstraints(
        max_length=500,
        pattern=r"^(|picture:[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.(webp|png|jpg|jpeg|gif|svg)"
        r"|/media/[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/[A-Za-z0-9_-]+\.[a-z0-9]{2,5}"
        r"|https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9._~/%?=&+,@:;-]*)$",
    ),
]
"""A picture of the trade or shop (`picture:<file>`), an upload (`/media/...`), one on the web (https), or none."""
