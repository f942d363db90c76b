"""The job that sees a refund through, whatever notice or answer gets lost."""

from __future__ import annotations

import logging
from uuid import UUID

from django_tasks import task

from kaipu.commerce.payments.actions.send_refund import NOT_SETTLED, send_refund
from kaipu.commerce.payments.gateway import GatewayError
from kaipu.commerce.payments.models import Refund
from kaipu.commerce.payments.schedule import LAST_TURN, next_look
from kaipu.commerce.shops.tenancy import shop_scope

LOG = logging.getLogger("kaipu.payments")


@task()
def watch_refund(shop_id: str, refund_id: str, turn: int) -> None:
    """Ends when the refund has succeeded or failed. Its successor is enqueued first: a job that dies has one."""
    with shop_scope(UUID(shop_id)):
        if not Refund.objects.filter(pk=refund_id, state__in=NOT_SETTLED).exists():
            return
        if turn >= LAST_TURN:
            LOG.error("refund %s is given up: nothing certain was heard of it", refund_id)
            return
        watch_refund.using(run_after=next_look(turn + 1)).enqueue(shop_id, refund_id, turn + 1)
    try:
        send_refund(UUID(shop_id), UUID(refund_id))
    except GatewayError as error:
        LOG.warning("refund %s stays open: %s", refund_id, error)
