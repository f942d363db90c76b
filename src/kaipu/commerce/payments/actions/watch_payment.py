"""The jobs that look after payments: one sees a payment through, one catches up with the gateway's keys."""

from __future__ import annotations

import logging
from uuid import UUID

from django_tasks import task

from kaipu.commerce.payments.actions.reconcile_payment import LIVE, reconcile_payment
from kaipu.commerce.payments.gateway import GatewayError
from kaipu.commerce.payments.line import fetch_keys
from kaipu.commerce.payments.models import GatewayAccount, Payment
from kaipu.commerce.payments.schedule import LAST_TURN, next_look
from kaipu.commerce.shops.tenancy import shop_scope

LOG = logging.getLogger("kaipu.payments")


@task()
def watch_payment(shop_id: str, payment_id: str, turn: int) -> None:
    """Ends when the payment has succeeded or is closed. Its successor is enqueued first: a job that dies has one."""
    with shop_scope(UUID(shop_id)):
        if not Payment.objects.filter(pk=payment_id, state__in=LIVE).exists():
            return
        if turn >= LAST_TURN:
            LOG.error("payment %s is given up: nothing certain was heard of it", payment_id)
            return
        watch_payment.using(run_after=next_look(turn + 1)).enqueue(shop_id, payment_id, turn + 1)
    try:
        reconcile_payment(UUID(shop_id), UUID(payment_id))
    except GatewayError as error:
        LOG.warning("payment %s stays open: %s", payment_id, error)


@task()
def catch_up_keys(shop_id: str, account_id: str) -> None:
    """Enqueued by whoever met an unknown key and got the minute's turn."""
    with shop_scope(UUID(shop_id)):
        account = GatewayAccount.objects.get(pk=account_id)
    try:
        fetch_keys(account)
    except GatewayError as error:
        LOG.warning("the keys of account %s could not be fetched: %s", account_id, error)
