"""Asks the gateway to send a payment back, or how far that has come. Goes out; call it outside of any scope.

Always holds: whatever is lost on the way, the same refund number is asked for again, so that money goes back once.
"""

from __future__ import annotations

from uuid import UUID

from kaipu.commerce.payments.actions.settle_refund import fail_refund, settle_refund
from kaipu.commerce.payments.gateway import GatewayClient, GatewayRefused, RefundFact, RefundOrder
from kaipu.commerce.payments.line import ask, notify_url
from kaipu.commerce.payments.models import Payment, Refund
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope

NOT_SETTLED = (Refund.State.ASKED, Refund.State.PROCESSING)
# The gateway's word that it cannot know yet; everything else it refuses is refused for good.
PASSING_CODES = ("FREQUENCY_LIMITED", "SYSTEM_ERROR", "SIGN_ERROR")


def send_refund(shop_id: UUID, refund_id: UUID) -> Refund:
    """The refund after asking. Raises GatewayError if nothing certain came back; asking again is safe."""
    with shop_scope(shop_id):
        refund = Refund.objects.select_related("payment__account").get(pk=refund_id)
        url = notify_url(refund.payment.account, Shop.objects.values_list("slug", flat=True).get(pk=shop_id))
    if refund.state not in NOT_SETTLED:
        return refund
    try:
        fact = ask(refund.payment.account, lambda client: _ask(client, refund, url))
    except GatewayRefused as refused:
        if refused.code in PASSING_CODES:
            raise
        return _refused(shop_id, refund, refused.code)
    return _settle(shop_id, refund, fact)


def _ask(client: GatewayClient, refund: Refund, url: str) -> RefundFact:
    if refund.state == Refund.State.PROCESSING:
        known = client.query_refund(refund.out_refund_no)
        if known is not None:
            return known
    payment = refund.payment
    return client.refund(
        RefundOrder(
            out_trade_no=payment.out_trade_no,
            out_refund_no=refund.out_refund_no,
            amount_fen=refund.amount_fen,
            payment_amount_fen=payment.amount_fen,
            reason=refund.reason,
            notify_url=url,
        )
    )


@contention_retry
def _settle(shop_id: UUID, refund: Refund, fact: RefundFact) -> Refund:
    with shop_scope(shop_id):
        return settle_refund(refund.payment.account, fact)


@contention_retry
def _refused(shop_id: UUID, refund: Refund, code: str) -> Refund:
    with shop_scope(shop_id):
        payment = Payment.objects.select_for_update(no_key=True).get(pk=refund.payment_id)
        refund = Refund.objects.get(pk=refund.pk)
        if refund.state in NOT_SETTLED:
            fail_refund(payment, refund, code)
            refund.save()
    return refund
