"""A journal entry as a value: what it says, its canonical bytes, and the hash that chains it. Knows no database.

Always holds: an `Entry` that could be made is balanced, in one currency, and moves something.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from kaipu.commerce.ledger.accounts import is_account
from kaipu.definition import canonical_json

GENESIS: Final = "0" * 64
"""What stands as the hash before a shop's first entry."""


class NotBalanced(ValueError):
    """The postings of an entry do not add up to zero, or there is nothing to add."""


@dataclass(frozen=True, slots=True)
class Line:
    """One posting: debit if positive, credit if negative."""

    account: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Entry:
    """`reference` is the fact of the outside world that caused the entry; a shop books each fact once."""

    id: UUID
    shop_id: UUID
    at: datetime
    kind: str
    memo: str
    reference: str
    order_id: UUID | None
    lines: Sequence[Line]
    currency: str = "CNY"

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("an entry needs a moment with a time zone")
        if bad := [line.account for line in self.lines if not is_account(line.account)]:
            raise ValueError(f"not names of accounts: {bad}")
        problem = imbalance(self.lines)
        if problem:
            raise NotBalanced(problem)


def imbalance(lines: Sequence[Line]) -> str:
    """Why these postings make no entry; empty if they do."""
    if len(lines) < 2:
        return "an entry needs two postings"
    if any(isinstance(line.amount_fen, bool) or not isinstance(line.amount_fen, int) for line in lines):
        return "amounts are whole fen"
    if any(line.amount_fen == 0 for line in lines):
        return "a posting of nothing"
    total_fen = sum(line.amount_fen for line in lines)
    return f"debits exceed credits by {total_fen} fen" if total_fen else ""


def canonical_entry(entry: Entry) -> bytes:
    """RFC 8785 JSON of all that the entry says. Times in UTC to the microsecond, as the database keeps them."""
    return canonical_json(
        {
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "currency": entry.currency,
            "id": str(entry.id),
            "kind": entry.kind,
            "memo": entry.memo,
            "order": str(entry.order_id) if entry.order_id else None,
            "postings": [{"account": line.account, "amount_fen": line.amount_fen} for line in entry.lines],
            "reference": entry.reference,
            "shop": str(entry.shop_id),
        }
    )


def chain_hash(previous_hash: str, body: bytes) -> str:
    """Hex SHA-256 over the previous entry's hash and this entry's canonical bytes."""
    return hashlib.sha256(previous_hash.encode() + body).hexdigest()
