"""Checks the books by reading them: every entry balanced, every hash right, no gap, the head at the end.

Errors are values. An empty list means that the history is the one that was written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kaipu.commerce.ledger.entry import GENESIS, canonical_entry, chain_hash, imbalance
from kaipu.commerce.ledger.models import ChainHead, JournalEntry
from kaipu.commerce.ledger.read_entries import ChainedEntry, read_entries


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """`number` is the place in the chain where it shows."""

    number: int
    problem: Literal["not_balanced", "entry_missing", "link_broken", "hash_wrong", "head_wrong"]
    detail: str = ""


def verify_chain(first: int = 1, last: int | None = None) -> list[BrokenChain]:
    """Everything wrong with entries `first` to `last` of the scope's shop; with no `last`, also with the head."""
    rows = JournalEntry.objects.filter(number__gte=max(1, first - 1))
    if last is not None:
        rows = rows.filter(number__lte=last)
    checked = _Walk(first)
    problems = [problem for entry in read_entries(rows) for problem in checked.step(entry)]
    return problems if last is not None else problems + list(_check_head(checked))


class _Walk:
    """The chain as far as it has been read."""

    def __init__(self, first: int) -> None:
        self.first = first
        # Reading begins one entry early, to know the hash that the first one must name.
        self.number = max(0, first - 2)
        self.hash = GENESIS if first <= 2 else ""

    def step(self, chained: ChainedEntry) -> Iterator[BrokenChain]:
        if chained.number >= self.first:
            yield from self._problems(chained)
        self.number, self.hash = chained.number, chained.hash

    def _problems(self, chained: ChainedEntry) -> Iterable[BrokenChain]:
        if chained.number != self.number + 1:
            yield BrokenChain(chained.number, "entry_missing", f"{self.number} is followed by {chained.number}")
        if chained.previous_hash != self.hash:
            yield BrokenChain(chained.number, "link_broken")
        if _hash_of(chained) != chained.hash:
            yield BrokenChain(chained.number, "hash_wrong")
        if problem := imbalance(chained.entry.lines):
            yield BrokenChain(chained.number, "not_balanced", problem)


def _hash_of(chained: ChainedEntry) -> str:
    try:
        return chain_hash(chained.previous_hash, canonical_entry(chained.entry))
    except ValueError:
        return ""  # holds what no entry that was written can hold


def _check_head(walk: _Walk) -> Iterator[BrokenChain]:
    head = ChainHead.objects.first()
    length, end = (head.length, head.hash) if head else (0, GENESIS)
    if (length, end) != (walk.number, walk.hash or GENESIS):
        yield BrokenChain(length, "head_wrong", f"the head is at {length}, the last entry is {walk.number}")
