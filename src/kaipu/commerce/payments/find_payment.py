"""Finds the payment that a gateway speaks of, and locks it: every change of a payment begins here."""

from __future__ import annotations

from kaipu.commerce.payments.gateway import Untrusted
from kaipu.commerce.payments.models import GatewayAccount, Payment


def find_payment(account: GatewayAccount, out_trade_no: str) -> Payment:
    """The account's payment of that number. Raises Untrusted; needs the shop's scope."""
    # NO KEY: rows that point to the payment (its refunds) may be added meanwhile.
    locked = Payment.objects.select_for_update(no_key=True)
    payment = locked.filter(account=account, out_trade_no=out_trade_no).first()
    if payment is None:
        raise Untrusted("unknown_order")
    return payment
