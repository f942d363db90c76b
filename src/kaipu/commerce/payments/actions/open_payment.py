"""Finds the payment that an order can be paid by now, or makes one. One transaction, nothing goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.members.open_session import openid_of
from kaipu.commerce.orders.kinds.order_kind import UNPAID
from kaipu.commerce.orders.models import Order
from kaipu.commerce.orders.read_orders import own_order
from kaipu.commerce.payments.actions.reconcile_payment import LIVE
from kaipu.commerce.payments.actions.watch_payment import watch_payment
from kaipu.commerce.payments.gateway import Way
from kaipu.commerce.payments.gateways import find_gateway
from kaipu.commerce.payments.models import GatewayAccount, Payment
from kaipu.commerce.payments.schedule import next_look
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.identity import new_id
from kaipu.commerce.shops.models import Shop
from kaipu.commerce.shops.tenancy import shop_scope

# A gateway wants to be given a minute at least; money that comes too late for the order goes back.
SHORTEST = timedelta(seconds=70)


@dataclass(frozen=True)
class Wish:
    """Who wants to pay what, and how. `return_url` has been checked to lead back to us."""

    shopper_id: UUID
    order_id: UUID
    way: Way
    return_url: str
    payer_ip: str


def open_payment(shop: Shop, wish: Wish) -> Payment:
    """The order's live payment, perhaps of another way (see `fits`). Raises Refusal if the order cannot be paid,
    IntegrityError if a rival made one at the same moment."""
    with shop_scope(shop.id):
        order = own_order(wish.shopper_id, wish.order_id)
        _require_payable(order)
        account = GatewayAccount.objects.order_by("kind").first()
        if account is None:
            raise Refusal("shop_takes_no_payments", 409)
        openid = _openid(account, wish)
        live = Payment.objects.select_related("account", "order").filter(order=order, state__in=LIVE).first()
        return live or _make(shop, account, order, wish, openid)


def fits(payment: Payment, wish: Wish) -> bool:
    """Whether the payment is of the way that is wished for: a gateway takes one number for one way only."""
    return payment.way == wish.way


def _make(shop: Shop, account: GatewayAccount, order: Order, wish: Wish, openid: str) -> Payment:
    number = new_id()
    payment = Payment.objects.create(
        id=number,
        account=account,
        order=order,
        out_trade_no=number.hex,
        way=wish.way,
        openid=openid,
        payer_ip=wish.payer_ip,
        description=f"{shop.name} {order.number}",
        amount_fen=order.total_fen,
        expires_at=max(order.pay_before, timezone.now() + SHORTEST),
    )
    watch_payment.using(run_after=next_look(0)).enqueue(str(shop.id), str(payment.pk), 0)
    return payment


def _require_payable(order: Order) -> None:
    if order.paid_at is not None:
        raise Refusal("order_paid_already", 409)
    if order.state != UNPAID or timezone.now() >= order.pay_before:
        raise Refusal("payment_too_late", 409)


def _openid(account: GatewayAccount, wish: Wish) -> str:
    if wish.way is Way.H5:
        return ""
    openid = openid_of(wish.shopper_id, find_gateway(account.kind).platform)
    if openid is None:
        raise Refusal("platform_sign_in_needed", 422)
    return openid
