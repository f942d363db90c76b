"""Writes down that a payment goes back, and makes sure that it does: the job is enqueued in the same transaction."""

from __future__ import annotations

from kaipu.commerce.payments.actions.watch_refund import watch_refund
from kaipu.commerce.payments.models import Payment, Refund
from kaipu.commerce.payments.schedule import next_look
from kaipu.commerce.shops.identity import new_id


def owe_refund(payment: Payment, reason: str) -> Refund:
    """The payment's one refund of ours, to be sent; an earlier one that failed is tried again under its old number.

    Needs the scope, and the payment locked.
    """
    refund = Refund.objects.filter(payment=payment, ours=True).first()
    if refund is None:
        number = new_id()
        refund = Refund(id=number, payment=payment, out_refund_no=number.hex, amount_fen=payment.amount_fen)
    refund.state, refund.failure_code, refund.reason = Refund.State.ASKED, "", reason
    refund.save()
    watch_refund.using(run_after=next_look(0)).enqueue(str(refund.shop_id), str(refund.pk), 0)
    return refund
