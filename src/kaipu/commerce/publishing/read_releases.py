"""The shop's releases, newest first, and which of them is live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kaipu.commerce.publishing.models import ReleaseRecord
from kaipu.commerce.publishing.read_live import live_mark

MOST: Final = 100


@dataclass(frozen=True, slots=True)
class ReleaseSummary:
    number: int
    sha256: str
    label: str
    author: str
    created_at: datetime
    live: bool


def read_releases() -> list[ReleaseSummary]:
    mark = live_mark()
    records = ReleaseRecord.objects.select_related("author").defer("body").order_by("-number")[:MOST]
    return [summary_of(record, live=mark is not None and mark.release_id == record.pk) for record in records]


def summary_of(record: ReleaseRecord, *, live: bool) -> ReleaseSummary:
    return ReleaseSummary(
        number=record.number,
        sha256=record.sha256,
        label=record.label,
        author=record.author.name if record.author else "",
        created_at=record.created_at,
        live=live,
    )
