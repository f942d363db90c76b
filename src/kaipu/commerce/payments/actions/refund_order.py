"""The owner gives a paid order's money back, all of it. Of many at one moment one does."""

from __future__ import annotations

import logging
from uuid import UUID

from kaipu.commerce.orders.actions.begin_refund import begin_refund
from kaipu.commerce.payments.actions.owe_refund import owe_refund
from kaipu.commerce.payments.actions.send_refund import send_refund
from kaipu.commerce.payments.gateway import GatewayError
from kaipu.commerce.payments.models import Payment, Refund
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.tenancy import shop_scope

LOG = logging.getLogger("kaipu.payments")


def refund_order(shop_id: UUID, order_id: UUID) -> None:
    """Begins the refund and asks the gateway; a notice or a job brings the end. Goes out: call it outside of any scope.

    Raises Refusal 404 or 409 if the order cannot be refunded now, 409 `refund_refused` if the gateway will not.
    """
    refund_id = _begin(shop_id, order_id)
    try:
        refund = send_refund(shop_id, refund_id)
    except GatewayError as error:
        # It is written down and will be asked for until it is settled: for the owner it is on its way.
        LOG.warning("refund of order %s will be asked for again: %s", order_id, error)
        return
    if refund.state == Refund.State.FAILED:
        raise Refusal("refund_refused", 409, gateway_code=refund.failure_code)


@contention_retry
def _begin(shop_id: UUID, order_id: UUID) -> UUID:
    with shop_scope(shop_id):
        paid = Payment.objects.select_for_update(no_key=True)
        payment = paid.filter(order_id=order_id, state=Payment.State.SUCCEEDED, surplus=False).first()
        begin_refund(order_id)
        if payment is None:
            raise Refusal("order_not_paid_online", 409)
        return owe_refund(payment, "refund").pk
