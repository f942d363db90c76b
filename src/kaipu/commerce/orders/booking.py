"""What the books know of a payment of an order: whether it was earned or is owed, and whether it has gone back."""

from dataclasses import dataclass
from uuid import UUID

from kaipu.commerce.ledger.models import JournalEntry


def payment_reference(gateway: str, transaction_id: str) -> str:
    return f"payment:{gateway}:{transaction_id}"


def refund_reference(gateway: str, transaction_id: str) -> str:
    """By the payment, not by the refund: a payment goes back as a whole, and so at most once."""
    return f"refund:{gateway}:{transaction_id}"


@dataclass(frozen=True, slots=True)
class Booking:
    """`earned`: credited to income, so that giving it back is a refund; else it is owed."""

    order_id: UUID | None
    amount_fen: int
    earned: bool
    refunded: bool


def find_booking(reference: str) -> Booking | None:
    """The booked payment of that reference. Needs the shop's scope."""
    entry = JournalEntry.objects.filter(reference=reference).prefetch_related("postings").first()
    if entry is None:
        return None
    postings = list(entry.postings.all())
    refund = reference.replace("payment:", "refund:", 1)
    return Booking(
        order_id=entry.order_id,
        amount_fen=sum(posting.amount_fen for posting in postings if posting.amount_fen > 0),
        earned=any(posting.account.startswith("income:") for posting in postings),
        refunded=JournalEntry.objects.filter(reference=refund).exists(),
    )
