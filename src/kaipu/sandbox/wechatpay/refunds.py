"""Refunds: accepted at once, done a little later, told by a notice.

Documentation: pay.weixin.qq.com/doc/v3/merchant/4012587971 (request), /4013071041 (query), /4013070388 (notice).
One out_refund_no is paid out at most once; all refunds of a payment never exceed it.
"""

from __future__ import annotations

import secrets
import sqlite3
from typing import Literal

from pydantic import Field

from kaipu.sandbox.faults import take_fault
from kaipu.sandbox.store import Row
from kaipu.sandbox.wechatpay.keys import rfc3339
from kaipu.sandbox.wechatpay.notices import queue_notice
from kaipu.sandbox.wechatpay.payments import find_payment, find_prepaid
from kaipu.sandbox.wire import Refusal, Strict

SETTLE_AFTER_S = 10.0


class RefundAmount(Strict):
    """`refund` of `total`, in fen."""

    refund: int = Field(strict=True, ge=1)
    total: int = Field(strict=True, ge=1)
    currency: Literal["CNY"]


class RefundRequest(Strict):
    """The body of a refund request."""

    out_trade_no: str | None = None
    transaction_id: str | None = None
    out_refund_no: str = Field(pattern=r"^[0-9A-Za-z_\-|*@]{1,64}$")
    reason: str = Field(default="", max_length=80)
    notify_url: str = Field(max_length=256)
    amount: RefundAmount


def ask_refund(db: sqlite3.Connection, merchant: Row, request: RefundRequest, now: float) -> Row:
    """Accept a refund, or find it accepted already. Raises Refusal."""
    payment = _paid(db, merchant["merchant_id"], request)
    row = find_refund(db, merchant["merchant_id"], request.out_refund_no)
    if row is not None:
        if (row["prepay_id"], row["refund_fen"]) != (payment["prepay_id"], request.amount.refund):
            raise Refusal(400, "INVALID_REQUEST", "退款单号已用于其他退款 / The refund number has another content")
        return row
    if request.amount.total != payment["total_fen"]:
        raise Refusal(400, "INVALID_REQUEST", "订单金额不一致 / The total is not the payment's")
    if request.amount.refund > payment["total_fen"] - _refunded_fen(db, payment):
        raise Refusal(403, "NOT_ENOUGH", "可退金额不足 / Less than that is left to refund")
    refund_id = f"50300{secrets.randbelow(10**23):023d}"
    db.execute(
        "INSERT INTO refunds VALUES (?, ?, ?, ?, ?, ?, ?, 'PROCESSING', ?, NULL)",
        [
            refund_id,
            merchant["merchant_id"],
            request.out_refund_no,
            payment["prepay_id"],
            request.amount.refund,
            request.reason,
            request.notify_url,
            now,
        ],
    )
    db.execute("UPDATE payments SET state = 'REFUND' WHERE prepay_id = ?", [payment["prepay_id"]])
    return require_refund(db, merchant["merchant_id"], request.out_refund_no)


def find_refund(db: sqlite3.Connection, merchant_id: str, out_refund_no: str) -> Row | None:
    """A merchant's refund by the merchant's number."""
    row: Row | None = db.execute(
        "SELECT refunds.*, payments.out_trade_no, payments.transaction_id, payments.total_fen FROM refunds"
        " JOIN payments USING (prepay_id) WHERE refunds.merchant_id = ? AND out_refund_no = ?",
        [merchant_id, out_refund_no],
    ).fetchone()
    return row


def require_refund(db: sqlite3.Connection, merchant_id: str, out_refund_no: str) -> Row:
    """The same, or the documented refusal."""
    row = find_refund(db, merchant_id, out_refund_no)
    if row is None:
        raise Refusal(404, "RESOURCE_NOT_EXISTS", "退款单不存在 / There is no such refund")
    return row


def settle_due(db: sqlite3.Connection, now: float, pace: float) -> None:
    """Finish the refunds whose time has come, and queue their notices."""
    due = db.execute(
        "SELECT merchant_id, out_refund_no, prepay_id, refund_id FROM refunds"
        " WHERE state = 'PROCESSING' AND asked_at <= ?",
        [now - SETTLE_AFTER_S * pace],
    ).fetchall()
    for row in due:
        state = "SUCCESS" if take_fault(db, "fail_refund", row["merchant_id"]) is None else "ABNORMAL"
        settled_at = now if state == "SUCCESS" else None
        db.execute(
            "UPDATE refunds SET state = ?, settled_at = ? WHERE refund_id = ?", [state, settled_at, row["refund_id"]]
        )
        refund = require_refund(db, row["merchant_id"], row["out_refund_no"])
        payment = find_prepaid(db, row["prepay_id"])
        if payment is not None:
            queue_notice(db, payment, f"REFUND.{state}", _show_in_notice(refund), refund["notify_url"], now)


def show_refund(refund: Row) -> dict[str, object]:
    """A refund as answers show it."""
    return {
        "refund_id": refund["refund_id"],
        "out_refund_no": refund["out_refund_no"],
        "transaction_id": refund["transaction_id"],
        "out_trade_no": refund["out_trade_no"],
        "channel": "ORIGINAL",
        "user_received_account": "支付用户零钱",
        "create_time": rfc3339(refund["asked_at"]),
        "status": refund["state"],
        **({"success_time": rfc3339(refund["settled_at"])} if refund["settled_at"] is not None else {}),
        "amount": {
            "total": refund["total_fen"],
            "refund": refund["refund_fen"],
            "payer_total": refund["total_fen"],
            "payer_refund": refund["refund_fen"],
            "settlement_refund": refund["refund_fen"],
            "settlement_total": refund["total_fen"],
            "discount_refund": 0,
            "currency": "CNY",
        },
    }


def _show_in_notice(refund: Row) -> dict[str, object]:
    """The same in a notice, which has other names and fewer fields."""
    shown = show_refund(refund)
    kept = ("out_trade_no", "transaction_id", "out_refund_no", "refund_id", "user_received_account", "success_time")
    return {
        "mchid": refund["merchant_id"],
        **{name: shown[name] for name in kept if name in shown},
        "refund_status": refund["state"],
        "amount": {
            "total": refund["total_fen"],
            "refund": refund["refund_fen"],
            "payer_total": refund["total_fen"],
            "payer_refund": refund["refund_fen"],
        },
    }


def _paid(db: sqlite3.Connection, merchant_id: str, request: RefundRequest) -> Row:
    if request.out_trade_no is not None:
        payment = find_payment(db, merchant_id, request.out_trade_no)
    else:
        payment = db.execute(
            "SELECT * FROM payments WHERE merchant_id = ? AND transaction_id = ?",
            [merchant_id, request.transaction_id],
        ).fetchone()
    if payment is None or payment["paid_at"] is None:
        raise Refusal(404, "RESOURCE_NOT_EXISTS", "订单不存在或未支付 / There is no such paid order")
    return payment


def _refunded_fen(db: sqlite3.Connection, payment: Row) -> int:
    row = db.execute(
        "SELECT coalesce(sum(refund_fen), 0) FROM refunds WHERE prepay_id = ? AND state != 'CLOSED'",
        [payment["prepay_id"]],
    ).fetchone()
    return int(row[0])
