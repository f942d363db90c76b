"""What a shop knows of its payments. Money itself is in the ledger; what a payment is for is in the orders.

A payment's `out_trade_no` and a refund's `out_refund_no` never change and are never used again: they make every request
to the gateway happen at most once.
"""

from __future__ import annotations

from django.db import models

from kaipu.commerce.payments.gateway import RefundState as GatewayRefundState
from kaipu.commerce.payments.gateway import Way
from kaipu.commerce.shops.tenancy import TenantModel


class GatewayAccount(TenantModel):
    """A shop's account with a gateway. Secrets are sealed (vault.py) and stand in no log and no repr."""

    kind = models.CharField(max_length=32)
    base_url = models.CharField(max_length=200)
    login_url = models.CharField(max_length=200, blank=True)
    merchant_id = models.CharField(max_length=32)
    app_id = models.CharField(max_length=64)
    merchant_serial = models.CharField(max_length=64)
    sealed_secrets = models.TextField()
    # [{serial, pem, expires_at}] of the gateway's keys; public, but what is in here is believed.
    platform_keys = models.JSONField(default=list)
    keys_asked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "kind"], name="one_account_per_gateway")]

    def __str__(self) -> str:
        return f"{self.kind} {self.merchant_id}"


class Payment(TenantModel):
    """One try to pay an order. `surplus` marks money that came for an order already paid or no longer wanted."""

    class State(models.TextChoices):
        STARTED = "started"  # the gateway may or may not have heard of it
        OPEN = "open"  # the shopper can pay
        SUCCEEDED = "succeeded"
        CLOSED = "closed"  # the gateway has promised that nobody can pay any more

    account = models.ForeignKey(GatewayAccount, on_delete=models.PROTECT, related_name="payments")
    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, related_name="+")
    out_trade_no = models.CharField(max_length=32)
    way = models.CharField(max_length=8, choices=[(way.value, way.value) for way in Way])
    openid = models.CharField(max_length=128, blank=True)
    payer_ip = models.CharField(max_length=45)
    description = models.CharField(max_length=80)
    amount_fen = models.BigIntegerField()
    state = models.CharField(max_length=16, choices=State.choices, default=State.STARTED)
    ticket = models.CharField(max_length=512, blank=True)
    ticket_until = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    transaction_id = models.CharField(max_length=64, null=True)  # noqa: DJ001 - null until paid, so that it can be unique
    paid_at = models.DateTimeField(null=True)
    surplus = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "out_trade_no"], name="one_payment_per_number"),
            models.UniqueConstraint(fields=["account", "transaction_id"], name="one_payment_per_transaction"),
            models.UniqueConstraint(
                fields=["order"], condition=models.Q(state__in=["started", "open"]), name="one_live_payment_per_order"
            ),
            models.UniqueConstraint(
                fields=["order"],
                condition=models.Q(state="succeeded", surplus=False),
                name="an_order_is_paid_once",
            ),
            models.CheckConstraint(condition=models.Q(amount_fen__gt=0), name="payment_is_of_something"),
            models.CheckConstraint(
                condition=models.Q(state="succeeded", transaction_id__isnull=False, paid_at__isnull=False)
                | (~models.Q(state="succeeded") & models.Q(transaction_id__isnull=True, paid_at__isnull=True)),
                name="succeeded_means_paid",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.out_trade_no} {self.state}"


class Refund(TenantModel):
    """Money on its way back. `ours` is False for one that the merchant made at the gateway's own counter."""

    class State(models.TextChoices):
        ASKED = "asked"  # to be sent; the gateway may or may not have heard of it
        PROCESSING = "processing"
        SUCCEEDED = "succeeded"
        FAILED = "failed"  # the gateway will not, and says why

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refunds")
    out_refund_no = models.CharField(max_length=64)
    amount_fen = models.BigIntegerField()
    reason = models.CharField(max_length=64)
    ours = models.BooleanField(default=True)
    state = models.CharField(max_length=16, choices=State.choices, default=State.ASKED)
    refund_id = models.CharField(max_length=64, blank=True)
    failure_code = models.CharField(max_length=64, blank=True)
    settled_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["payment", "out_refund_no"], name="one_refund_per_number"),
            models.UniqueConstraint(
                fields=["payment"], condition=models.Q(ours=True), name="a_payment_is_refunded_by_us_once"
            ),
            models.CheckConstraint(condition=models.Q(amount_fen__gt=0), name="refund_is_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.out_refund_no} {self.state}"


class NoticeRecord(TenantModel):
    """A notice that was believed and acted upon. Added in the transaction that acts; never changed."""

    account = models.ForeignKey(GatewayAccount, on_delete=models.PROTECT, related_name="+")
    notice_id = models.CharField(max_length=64)
    event = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)  # the out_trade_no or out_refund_no it is about
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "notice_id"], name="one_record_per_notice")]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.event}"


REFUND_STATES = {
    GatewayRefundState.PROCESSING: Refund.State.PROCESSING,
    GatewayRefundState.SUCCEEDED: Refund.State.SUCCEEDED,
    GatewayRefundState.CLOSED: Refund.State.FAILED,
    GatewayRefundState.FAILED: Refund.State.FAILED,
}
