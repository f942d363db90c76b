"""A shopper wants to pay an order now. Announces the payment to the gateway, or finds it announced already.

The gateway is asked between transactions, never within one. Always holds: of an order's payments at most one can be
paid at a time; a number is sent again only with the same values.
"""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone

from kaipu.commerce.payments.actions.open_payment import Wish, fits, open_payment
from kaipu.commerce.payments.actions.reconcile_payment import LIVE, close_payment, reconcile_payment
from kaipu.commerce.payments.gateway import GatewayError, GatewayRefused, Purchase, Way
from kaipu.commerce.payments.gateways import find_gateway
from kaipu.commerce.payments.line import ask, notify_url
from kaipu.commerce.payments.models import Payment
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope

ATTEMPTS = 3
RETRY_AFTER_S = 3


def start_payment(shop: Shop, wish: Wish) -> dict[str, object]:
    """What the shopper's device needs, as the shop API has it. Goes out: call it outside of any scope.

    Raises Refusal 404, 409 or 422 if the order cannot be paid, 503 if the gateway cannot be reached or says no.
    """
    try:
        for _ in range(ATTEMPTS):
            invitation = _attempt(shop, wish)
            if invitation is not None:
                return invitation
    except GatewayRefused as refused:
        raise Refusal("payments_unavailable", 503, gateway_code=refused.code) from refused
    except GatewayError as error:
        raise Refusal("gateway_unreachable", 503, retry_after_s=RETRY_AFTER_S) from error
    raise Refusal("gateway_unreachable", 503, retry_after_s=RETRY_AFTER_S)


def _attempt(shop: Shop, wish: Wish) -> dict[str, object] | None:
    """An invitation, or None if what stood in its way has been cleared or was a rival's doing."""
    try:
        payment = open_payment(shop, wish)
    except IntegrityError:
        return None
    if not fits(payment, wish):
        _require_unpaid(close_payment(shop.id, payment))
        return None
    if payment.state == Payment.State.OPEN:
        # They come a second time: perhaps because they have paid and we have not heard of it.
        payment = _require_unpaid(reconcile_payment(shop.id, payment.pk))
    ticket = _valid_ticket(payment) or _prepare(shop, payment)
    if not ticket:
        return None
    return ask(payment.account, lambda client: client.invite(wish.way, ticket, wish.return_url))


def _valid_ticket(payment: Payment) -> str:
    good = payment.state in LIVE and payment.ticket_until is not None and timezone.now() < payment.ticket_until
    return payment.ticket if good else ""


def _prepare(shop: Shop, payment: Payment) -> str:
    """A new ticket from the gateway for this payment, or nothing if the payment can no longer be paid."""
    if payment.state not in LIVE:
        return ""
    purchase = _purchase(shop, payment)
    try:
        ticket = ask(payment.account, lambda client: client.prepare(purchase))
    except GatewayRefused:
        # Paid or closed meanwhile, or a fault in the merchant's settings: the payment's own state tells which.
        if _require_unpaid(reconcile_payment(shop.id, payment.pk)).state in LIVE:
            raise
        return ""
    return ticket if _keep_ticket(shop.id, payment, ticket) else ""


def _purchase(shop: Shop, payment: Payment) -> Purchase:
    return Purchase(
        out_trade_no=payment.out_trade_no,
        description=payment.description,
        amount_fen=payment.amount_fen,
        expires_at=payment.expires_at,
        notify_url=notify_url(payment.account, shop.slug),
        way=Way(payment.way),
        payer_ip=payment.payer_ip,
        openid=payment.openid,
    )


def _keep_ticket(shop_id: UUID, payment: Payment, ticket: str) -> bool:
    until = timezone.now() + find_gateway(payment.account.kind).ticket_lifetimes[Way(payment.way)]
    with shop_scope(shop_id):
        kept = Payment.objects.filter(pk=payment.pk, state__in=LIVE).update(
            state=Payment.State.OPEN, ticket=ticket, ticket_until=until
        )
    return kept == 1


def _require_unpaid(payment: Payment) -> Payment:
    if payment.state == Payment.State.SUCCEEDED:
        raise Refusal("order_paid_already", 409)
    return payment
