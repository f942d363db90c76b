"""Takes a gateway's word on a refund: once, and only if everything about it is ours.

Part of the caller's transaction, in the shop's scope. Locks: the payment, then what finish_refund locks.
"""

from __future__ import annotations

import logging

from django.utils import timezone

from kaipu.commerce.orders.actions.begin_refund import drop_refund
from kaipu.commerce.orders.actions.finish_refund import Refund as MoneyOut
from kaipu.commerce.orders.actions.finish_refund import finish_refund
from kaipu.commerce.payments.find_payment import find_payment
from kaipu.commerce.payments.gateway import RefundFact, RefundState, Untrusted
from kaipu.commerce.payments.models import REFUND_STATES, GatewayAccount, Payment, Refund
from kaipu.commerce.shops.identity import new_id

LOG = logging.getLogger("kaipu.payments")


class PaymentNotKnown(Untrusted):
    """A refund of a payment we have not heard to have succeeded: the notices came out of order, or one got lost."""

    def __init__(self, payment: Payment) -> None:
        super().__init__("payment_not_known")
        self.payment = payment


def settle_refund(account: GatewayAccount, fact: RefundFact) -> Refund:
    """The refund as the gateway has it. Raises Untrusted if the fact is not about a payment of this account, or says
    another sum; PaymentNotKnown if the payment has to be heard of first."""
    payment = find_payment(account, fact.out_trade_no)
    if payment.state != Payment.State.SUCCEEDED:
        raise PaymentNotKnown(payment)
    _check(account, payment, fact)
    refund = Refund.objects.filter(payment=payment, out_refund_no=fact.out_refund_no).first()
    refund = refund or _made_elsewhere(payment, fact)
    if refund.state == Refund.State.SUCCEEDED:
        return refund
    refund.state, refund.refund_id = REFUND_STATES[fact.state], fact.refund_id
    if refund.state == Refund.State.SUCCEEDED:
        _money_out(account, payment, refund, fact)
    elif refund.state == Refund.State.FAILED:
        fail_refund(payment, refund, fact.state.value)
    refund.save()
    return refund


def fail_refund(payment: Payment, refund: Refund, code: str) -> None:
    """The gateway will not. The order is free again; the owner sees to it. The caller saves the refund."""
    LOG.error("refund %s was not made: %s", refund.out_refund_no, code)
    refund.state, refund.failure_code = Refund.State.FAILED, code
    if refund.ours and not payment.surplus:
        drop_refund(payment.order_id)


def _money_out(account: GatewayAccount, payment: Payment, refund: Refund, fact: RefundFact) -> None:
    refund.settled_at = fact.settled_at or timezone.now()
    money = MoneyOut(account.kind, fact.transaction_id, refund.amount_fen, refund.settled_at)
    finish_refund(payment.order_id, money)


def _check(account: GatewayAccount, payment: Payment, fact: RefundFact) -> None:
    # Answers to our own questions do not name the merchant; notices do.
    if fact.merchant_id not in ("", account.merchant_id):
        raise Untrusted("other_merchant")
    if fact.transaction_id != payment.transaction_id:
        raise Untrusted("other_transaction")
    if (fact.payment_amount_fen, fact.amount_fen) != (payment.amount_fen, payment.amount_fen):
        raise Untrusted("other_amount")


def _made_elsewhere(payment: Payment, fact: RefundFact) -> Refund:
    """A whole refund that the merchant made at the gateway's own counter: the money has moved, so the books follow."""
    if fact.state is not RefundState.SUCCEEDED:
        raise Untrusted("unknown_refund")
    number = fact.out_refund_no[:64]
    return Refund(id=new_id(), payment=payment, out_refund_no=number, amount_fen=fact.amount_fen, ours=False)
