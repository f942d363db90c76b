"""What shoppers see. The mark says which release it is, by one small row; a body never changes, so that each process
reads it from the database once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from kaipu.commerce.publishing.models import LivePointer, ReleaseRecord
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.tenancy import current_shop_id

_MOST_BODIES: Final = 128


@dataclass(frozen=True, slots=True)
class LiveMark:
    release_id: UUID
    number: int
    sha256: str


def live_mark() -> LiveMark | None:
    """Which release is live; None for a shop that has published nothing."""
    pointers = LivePointer.objects.filter(shop_id=current_shop_id())
    row = pointers.values_list("release_id", "release__number", "release__sha256").first()
    return LiveMark(*row) if row else None


def read_live() -> LiveMark:
    """The same; Refusal 404 for a shop that has published nothing."""
    mark = live_mark()
    if mark is None:
        raise Refusal("nothing_live", 404)
    return mark


def release_body(mark: LiveMark) -> str:
    """The definition as canonical JSON, ready to be sent."""
    return _body(current_shop_id(), mark.release_id)


@lru_cache(maxsize=_MOST_BODIES)
def _body(shop_id: UUID, release_id: UUID) -> str:
    # The shop is part of the key: what one shop's request left in memory never answers another's.
    return ReleaseRecord.objects.values_list("body", flat=True).get(shop_id=shop_id, pk=release_id)
