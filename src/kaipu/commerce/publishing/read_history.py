"""The steps of the draft, newest first, for a reader to choose one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from kaipu.commerce.publishing.models import OperationRecord

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    rev: int
    id: UUID
    kind: str
    label: str
    state: str
    target_rev: int | None
    author: str
    at: datetime


def read_history(before_rev: int | None = None) -> list[HistoryEntry]:
    """The newest steps, or the newest of those before a revision."""
    records = OperationRecord.objects.select_related("author").order_by("-rev")
    if before_rev is not None:
        records = records.filter(rev__lt=before_rev)
    return [history_entry(record) for record in records[:PAGE]]


def history_entry(record: OperationRecord) -> HistoryEntry:
    return HistoryEntry(
        rev=record.rev,
        id=record.operation_id,
        kind=record.kind,
        label=record.label,
        state=record.state,
        target_rev=record.target_rev,
        author=record.author.name if record.author else "",
        at=record.at,
    )
