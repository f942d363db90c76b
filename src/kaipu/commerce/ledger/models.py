"""The journal's tables. JournalEntry and Posting can only be added to: the app's database role may not change or delete
a row (migration 0001). A shop's balances are sums of postings and stand nowhere else.
"""

from django.db import models

from kaipu.commerce.shops.tenancy import TenantModel


class ChainHead(TenantModel):
    """The end of a shop's chain: how many entries, and the last one's hash. Its row lock orders the entries."""

    length = models.BigIntegerField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop"], name="one_chain_per_shop")]

    def __str__(self) -> str:
        return f"{self.length} entries, {self.hash[:12]}"


class JournalEntry(TenantModel):
    # The place in the shop's chain, from 1 without gaps.
    number = models.BigIntegerField()
    at = models.DateTimeField()
    kind = models.CharField(max_length=16)
    memo = models.CharField(max_length=120)
    reference = models.CharField(max_length=160)
    order_id = models.UUIDField(null=True)
    currency = models.CharField(max_length=3)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "number"], name="one_entry_per_place"),
            models.UniqueConstraint(fields=["shop", "reference"], name="one_entry_per_reference"),
        ]
        indexes = [models.Index(fields=["shop", "at"], name="entries_by_time")]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.memo}"


class Posting(TenantModel):
    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="postings")
    position = models.PositiveSmallIntegerField()
    account = models.CharField(max_length=60)
    # Signed: positive is debit.
    amount_fen = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "position"], name="one_posting_per_place"),
            models.CheckConstraint(condition=~models.Q(amount_fen=0), name="posting_moves_something"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.amount_fen}"
