"""Finds out what has become of a payment that we have heard nothing of, and closes it when its time is over.

Goes out; call it outside of any scope. This is what makes up for a lost notice or a lost answer.
"""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kaipu.commerce.orders.kinds.order_kind import UNPAID
from kaipu.commerce.payments.actions.accept_payment import MADE, accept_payment
from kaipu.commerce.payments.gateway import PaymentFact, PaymentState
from kaipu.commerce.payments.line import ask
from kaipu.commerce.payments.models import Payment
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.tenancy import shop_scope

LIVE = (Payment.State.STARTED, Payment.State.OPEN)


def reconcile_payment(shop_id: UUID, payment_id: UUID) -> Payment:
    """The payment as the gateway has it. Raises GatewayError if nothing certain came back, Untrusted if what came back
    is not about our payment."""
    with shop_scope(shop_id):
        payment = Payment.objects.select_related("account", "order").get(pk=payment_id)
    if payment.state not in LIVE:
        return payment
    fact = ask(payment.account, lambda client: client.query(payment.out_trade_no))
    if fact is not None and fact.state in MADE:
        return _accept(shop_id, payment, fact)
    if fact is not None and fact.state is PaymentState.CLOSED:
        return _mark_closed(shop_id, payment)
    if timezone.now() >= payment.expires_at or payment.order.state != UNPAID:
        return close_payment(shop_id, payment)
    return payment


def close_payment(shop_id: UUID, payment: Payment) -> Payment:
    """After this nobody can pay it, or it turns out that somebody has. Raises GatewayError."""
    if ask(payment.account, lambda client: client.close(payment.out_trade_no)):
        return _mark_closed(shop_id, payment)
    fact = ask(payment.account, lambda client: client.query(payment.out_trade_no))
    if fact is not None and fact.state in MADE:
        return _accept(shop_id, payment, fact)
    return payment


@contention_retry
def _accept(shop_id: UUID, payment: Payment, fact: PaymentFact) -> Payment:
    with shop_scope(shop_id):
        return accept_payment(payment.account, fact)


def _mark_closed(shop_id: UUID, payment: Payment) -> Payment:
    with shop_scope(shop_id):
        Payment.objects.filter(pk=payment.pk, state__in=LIVE).update(state=Payment.State.CLOSED)
        return Payment.objects.select_related("account", "order").get(pk=payment.pk)
