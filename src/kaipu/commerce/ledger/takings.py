"""What came in and went out on one day of the shop's own clock: sums of postings. Needs the shop's scope."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kaipu.commerce.ledger.accounts import FEES
from kaipu.commerce.ledger.models import JournalEntry
from kaipu.commerce.ledger.read_entries import ChainedEntry, read_entries
from kaipu.commerce.ledger.verify_chain import verify_chain

PAYMENT, REFUND = "payment", "refund"


@dataclass(frozen=True, slots=True)
class TakingsEntry:
    """`amount_fen` is what the entry added to what the shop has; a refund's is negative."""

    at: datetime
    kind: str
    memo: str
    amount_fen: int
    hash: str


@dataclass(frozen=True, slots=True)
class Takings:
    """`net_fen` is the change of all asset accounts, and is received less refunded and fees."""

    day: date
    received_fen: int
    refunded_fen: int
    fee_fen: int
    net_fen: int
    orders: int
    entries: list[TakingsEntry]
    chain_ok: bool


def takings(day: date, zone: ZoneInfo) -> Takings:
    """As the gateways' own bill of that day has it: late money and its refund stand on both sides."""
    begins, ends = day_bounds(day, zone)
    read = list(read_entries(JournalEntry.objects.filter(at__gte=begins, at__lt=ends)))
    entries = [_summary(chained) for chained in read]
    received_fen = sum(each.amount_fen for each in entries if each.kind == PAYMENT)
    refunded_fen = -sum(each.amount_fen for each in entries if each.kind == REFUND)
    return Takings(
        day=day,
        received_fen=received_fen,
        refunded_fen=refunded_fen,
        fee_fen=sum(_sum(chained, FEES) for chained in read),
        net_fen=sum(each.amount_fen for each in entries),
        orders=sum(chained.entry.kind == PAYMENT and _sum(chained, "income:") != 0 for chained in read),
        entries=entries,
        chain_ok=not read or not verify_chain(read[0].number, read[-1].number),
    )


def day_bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first moment of the day there, and of the next."""
    midnights = (datetime.combine(each, time(), tzinfo=zone) for each in (day, day + timedelta(days=1)))
    begins, ends = (midnight.astimezone(UTC) for midnight in midnights)
    return begins, ends


def _summary(chained: ChainedEntry) -> TakingsEntry:
    entry = chained.entry
    return TakingsEntry(entry.at, entry.kind, entry.memo, _sum(chained, "assets:"), chained.hash)


def _sum(chained: ChainedEntry, account: str) -> int:
    return sum(line.amount_fen for line in chained.entry.lines if line.account.startswith(account))
