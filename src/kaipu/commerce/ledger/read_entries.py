"""Reads entries back as values, in the order of the chain. Needs the shop's scope."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from kaipu.commerce.ledger.entry import Entry, Line
from kaipu.commerce.ledger.models import JournalEntry, Posting
from kaipu.commerce.shops.tenancy import current_shop_id

_AT_ONCE = 1000


class _Unchecked(Entry):
    """What a row says, whether it holds or not: what is read must be judged, not refused."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Nothing is refused."""


@dataclass(frozen=True, slots=True)
class ChainedEntry:
    number: int
    previous_hash: str
    hash: str
    entry: Entry


def read_entries(rows: QuerySet[JournalEntry]) -> Iterator[ChainedEntry]:
    """Entries with their postings, in chunks: a shop's whole history need not fit into memory."""
    last = 0
    while chunk := list(rows.filter(number__gt=last).order_by("number")[:_AT_ONCE]):
        yield from _with_postings(chunk)
        last = chunk[-1].number


def _with_postings(rows: list[JournalEntry]) -> Iterator[ChainedEntry]:
    lines: dict[UUID, list[Line]] = {row.pk: [] for row in rows}
    for posting in Posting.objects.filter(entry__in=rows).order_by("entry", "position"):
        lines[posting.entry_id].append(Line(posting.account, posting.amount_fen))
    for row in rows:
        said = _Unchecked(
            id=row.pk,
            shop_id=current_shop_id(),
            at=row.at,
            kind=row.kind,
            memo=row.memo,
            reference=row.reference,
            order_id=row.order_id,
            lines=tuple(lines[row.pk]),
            currency=row.currency,
        )
        yield ChainedEntry(row.number, row.previous_hash, row.hash, said)
