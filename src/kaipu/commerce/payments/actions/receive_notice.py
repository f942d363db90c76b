"""A gateway tells us of a payment or a refund. Believed if it is signed, fresh, sealed for us and about what is ours.

Acts in one transaction together with the record of the notice, so that a notice acts once however often it comes, and
entirely or not at all. Never goes out to the network.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone

from kaipu.commerce.payments.accounts import credentials_of
from kaipu.commerce.payments.actions.accept_payment import MADE, accept_payment
from kaipu.commerce.payments.actions.settle_refund import PaymentNotKnown, settle_refund
from kaipu.commerce.payments.actions.watch_payment import catch_up_keys, watch_payment
from kaipu.commerce.payments.gateway import Notice, PaymentFact, UnknownKey, Untrusted
from kaipu.commerce.payments.gateways import find_gateway
from kaipu.commerce.payments.line import may_fetch_keys
from kaipu.commerce.payments.models import GatewayAccount, NoticeRecord
from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.contention import contention_retry
from kaipu.commerce.shops.tenancy import shop_scope

LOG = logging.getLogger("kaipu.payments")


def receive_notice(shop_id: UUID, kind: str, headers: Mapping[str, str], body: bytes) -> None:
    """Returns if the notice has been dealt with, now or before. Raises LookupError if the shop has no such account,
    Untrusted for a notice that must not be believed or cannot be acted upon yet."""
    with shop_scope(shop_id):
        account = GatewayAccount.objects.filter(kind=kind).first()
    if account is None:
        raise LookupError(f"no {kind} account")
    try:
        notice = find_gateway(kind).read_notice(credentials_of(account), headers, body, timezone.now())
        _act_once(shop_id, account, notice)
    except Untrusted as reason:
        # Nothing of the notice itself goes into the log: anybody can send one.
        LOG.warning("a notice for account %s was refused: %s", account.pk, reason.code)
        _follow_up(shop_id, account, reason)
        raise
    except Refusal as refusal:
        LOG.error("a notice for account %s does not fit the books: %s", account.pk, refusal.code)
        raise Untrusted(refusal.code) from refusal


@contention_retry
def _act_once(shop_id: UUID, account: GatewayAccount, notice: Notice) -> None:
    with shop_scope(shop_id):
        _, is_new = NoticeRecord.objects.get_or_create(
            account=account, notice_id=notice.id, defaults={"event": notice.event, "subject": _subject(notice)}
        )
        if not is_new:
            return
        if not isinstance(notice.fact, PaymentFact):
            settle_refund(account, notice.fact)
        elif notice.fact.state in MADE:
            accept_payment(account, notice.fact)


def _follow_up(shop_id: UUID, account: GatewayAccount, reason: Untrusted) -> None:
    """What a notice makes us find out by ourselves, later and elsewhere."""
    if isinstance(reason, UnknownKey) and may_fetch_keys(account):
        catch_up_keys.enqueue(str(shop_id), str(account.pk))
    if isinstance(reason, PaymentNotKnown):
        watch_payment.enqueue(str(shop_id), str(reason.payment.pk), 0)


def _subject(notice: Notice) -> str:
    return notice.fact.out_trade_no if isinstance(notice.fact, PaymentFact) else notice.fact.out_refund_no
