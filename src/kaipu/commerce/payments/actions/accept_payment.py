"""Takes a gateway's word that a payment has been made: once, and only if everything about it is ours.

Part of the caller's transaction, in the shop's scope. Locks: the payment, then what mark_paid locks.
"""

from __future__ import annotations

import logging
from datetime import datetime

from kaipu.commerce.orders.actions.mark_paid import Payment as MoneyIn
from kaipu.commerce.orders.actions.mark_paid import mark_paid
from kaipu.commerce.payments.actions.owe_refund import owe_refund
from kaipu.commerce.payments.find_payment import find_payment
from kaipu.commerce.payments.gateway import PaymentFact, PaymentState, Untrusted
from kaipu.commerce.payments.models import GatewayAccount, Payment

LOG = logging.getLogger("kaipu.payments")
CURRENCY = "CNY"
MADE = (PaymentState.PAID, PaymentState.REFUNDED)


def accept_payment(account: GatewayAccount, fact: PaymentFact) -> Payment:
    """The payment, succeeded. Money for an order that does not wait for it any more is booked, and owed back.

    Raises Untrusted if the fact is not about a payment of this account, or differs from it in any way.
    """
    payment = find_payment(account, fact.out_trade_no)
    paid_at = _check(account, payment, fact)
    if payment.state == Payment.State.SUCCEEDED:
        if payment.transaction_id != fact.transaction_id:
            raise Untrusted("other_transaction")
        return payment
    money = MoneyIn(account.kind, fact.transaction_id, payment.amount_fen, paid_at)
    received = mark_paid(payment.order_id, money)
    payment.state = Payment.State.SUCCEEDED
    payment.transaction_id, payment.paid_at = fact.transaction_id, paid_at
    payment.surplus = received.outcome == "refund_due"
    payment.save(update_fields=["state", "transaction_id", "paid_at", "surplus"])
    if payment.surplus:
        LOG.warning("payment %s came for an order that is %s; it goes back", payment.out_trade_no, received.state)
        owe_refund(payment, "late")
    return payment


def _check(account: GatewayAccount, payment: Payment, fact: PaymentFact) -> datetime:
    if fact.merchant_id != account.merchant_id:
        raise Untrusted("other_merchant")
    if fact.app_id != account.app_id:
        raise Untrusted("other_app")
    if fact.amount_fen != payment.amount_fen:
        raise Untrusted("other_amount")
    if fact.currency != CURRENCY:
        raise Untrusted("other_currency")
    if fact.state not in MADE or not fact.transaction_id or fact.paid_at is None:
        raise Untrusted("not_paid")
    return fact.paid_at
