"""Payments: announced, paid, asked about, closed.

Documentation: pay.weixin.qq.com/doc/v3/merchant/4012791856 (JSAPI), /4012791834 (H5), /4012556352 (query),
/4012556398 (close). The same out_trade_no with the same content is the same payment; with other content it is refused.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from kaipu.sandbox.store import Row
from kaipu.sandbox.wechatpay.keys import rfc3339
from kaipu.sandbox.wechatpay.notices import queue_notice
from kaipu.sandbox.wire import Refusal, Strict

Way = Literal["h5", "jsapi"]
OutTradeNo = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_\-|*]{6,32}$")]
TRADE_TYPES = {"h5": "MWEB", "jsapi": "JSAPI"}


class Amount(Strict):
    """What is to be paid, in fen."""

    total: int = Field(strict=True, ge=1, le=100_000_000)
    currency: Literal["CNY"] = "CNY"


class H5Info(Strict):
    """Where the shopper's browser runs."""

    type: Literal["iOS", "Android", "Wap"]


class SceneInfo(Strict):
    """Required for H5."""

    payer_client_ip: str = Field(min_length=2, max_length=45)
    h5_info: H5Info


class Payer(Strict):
    """Required for JSAPI."""

    openid: str = Field(min_length=1, max_length=128)


class Prepay(Strict):
    """The body of a prepay request."""

    appid: str
    mchid: str
    description: str = Field(min_length=1, max_length=127)
    out_trade_no: OutTradeNo
    time_expire: AwareDatetime | None = None
    notify_url: str = Field(max_length=255)
    amount: Amount
    scene_info: SceneInfo | None = None
    payer: Payer | None = None


def prepare(db: sqlite3.Connection, merchant: Row, way: Way, prepay: Prepay, now: float) -> Row:
    """Announce a payment, or find it announced already. Raises Refusal."""
    _check(merchant, way, prepay)
    digest = _digest(way, prepay)
    row = find_payment(db, merchant["merchant_id"], prepay.out_trade_no)
    if row is not None:
        _require_same(row, digest)
        return row
    payer = prepay.payer.openid if prepay.payer else ""
    expires_at = prepay.time_expire.timestamp() if prepay.time_expire else None
    db.execute(
        "INSERT INTO payments (prepay_id, merchant_id, app_id, out_trade_no, way, description, total_fen, currency,"
        " openid, notify_url, expires_at, digest, state, prepared_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            f"wx{secrets.token_hex(17)}",
            merchant["merchant_id"],
            prepay.appid,
            prepay.out_trade_no,
            way,
            prepay.description,
            prepay.amount.total,
            prepay.amount.currency,
            payer,
            prepay.notify_url,
            expires_at,
            digest,
            "NOTPAY",
            now,
        ],
    )
    return require_payment(db, merchant["merchant_id"], prepay.out_trade_no)


def find_payment(db: sqlite3.Connection, merchant_id: str, out_trade_no: str) -> Row | None:
    """A merchant's payment by the merchant's number."""
    row: Row | None = db.execute(
        "SELECT * FROM payments WHERE merchant_id = ? AND out_trade_no = ?", [merchant_id, out_trade_no]
    ).fetchone()
    return row


def require_payment(db: sqlite3.Connection, merchant_id: str, out_trade_no: str) -> Row:
    """The same, or the documented refusal."""
    row = find_payment(db, merchant_id, out_trade_no)
    if row is None:
        raise Refusal(404, "ORDER_NOT_EXIST", "订单不存在 / There is no such order")
    return row


def find_prepaid(db: sqlite3.Connection, prepay_id: str) -> Row | None:
    """A payment by the id its page is reached under."""
    row: Row | None = db.execute("SELECT * FROM payments WHERE prepay_id = ?", [prepay_id]).fetchone()
    return row


def close(db: sqlite3.Connection, merchant_id: str, out_trade_no: str) -> None:
    """Nobody can pay it any more. Closing twice is fine, as with the real gateway; closing what is paid is not."""
    row = find_payment(db, merchant_id, out_trade_no)
    if row is None:
        return
    if row["state"] in ("SUCCESS", "REFUND"):
        raise Refusal(400, "ORDERPAID", "订单已支付 / The order has been paid")
    db.execute("UPDATE payments SET state = 'CLOSED' WHERE prepay_id = ?", [row["prepay_id"]])


def pay(db: sqlite3.Connection, payment: Row, now: float) -> bool:
    """The shopper pays. False if it is too late or already done."""
    if payable(payment, now) != "payable":
        return False
    transaction_id = f"42000{secrets.randbelow(10**23):023d}"
    db.execute(
        "UPDATE payments SET state = 'SUCCESS', transaction_id = ?, paid_at = ?, openid = ? WHERE prepay_id = ?",
        [transaction_id, now, payment["openid"] or f"o{secrets.token_hex(13)}", payment["prepay_id"]],
    )
    paid = find_prepaid(db, payment["prepay_id"])
    if paid is not None:
        queue_notice(db, paid, "TRANSACTION.SUCCESS", show(paid), paid["notify_url"], now)
    return True


def payable(payment: Row, now: float) -> Literal["payable", "paid", "closed", "expired"]:
    """Whether the shopper can pay now, and why not."""
    if payment["state"] in ("SUCCESS", "REFUND"):
        return "paid"
    if payment["state"] != "NOTPAY":
        return "closed"
    return "expired" if payment["expires_at"] is not None and now >= payment["expires_at"] else "payable"


def show(payment: Row) -> dict[str, object]:
    """A payment as queries and notices show it."""
    common: dict[str, object] = {
        "appid": payment["app_id"],
        "mchid": payment["merchant_id"],
        "out_trade_no": payment["out_trade_no"],
        "trade_state": payment["state"],
        "trade_state_desc": {"SUCCESS": "支付成功", "REFUND": "转入退款", "CLOSED": "已关闭"}.get(
            payment["state"], "未支付"
        ),
    }
    if payment["paid_at"] is None:
        return common
    total = payment["total_fen"]
    return {
        **common,
        "transaction_id": payment["transaction_id"],
        "trade_type": TRADE_TYPES[payment["way"]],
        "bank_type": "OTHERS",
        "attach": "",
        "success_time": rfc3339(payment["paid_at"]),
        "payer": {"openid": payment["openid"]},
        "amount": {
            "total": total,
            "payer_total": total,
            "currency": payment["currency"],
            "payer_currency": payment["currency"],
        },
    }


def _check(merchant: Row, way: Way, prepay: Prepay) -> None:
    if prepay.mchid != merchant["merchant_id"] or prepay.appid != merchant["app_id"]:
        raise Refusal(400, "APPID_MCHID_NOT_MATCH", "AppID 和商户号不匹配 / The app id is not this merchant's")
    if (way == "h5" and prepay.scene_info is None) or (way == "jsapi" and prepay.payer is None):
        missing = "scene_info" if way == "h5" else "payer"
        raise Refusal(400, "PARAM_ERROR", f"缺少参数 / Missing parameter: {missing}")


def _require_same(row: Row, digest: str) -> None:
    if row["state"] in ("SUCCESS", "REFUND"):
        raise Refusal(400, "ORDERPAID", "订单已支付 / The order has been paid")
    if row["state"] == "CLOSED":
        raise Refusal(400, "ORDER_CLOSED", "订单已关闭 / The order is closed")
    if row["digest"] != digest:
        raise Refusal(403, "OUT_TRADE_NO_USED", "商户订单号重复 / The order number has been used for something else")


def _digest(way: Way, prepay: Prepay) -> str:
    """All that must not change when a number is sent again: everything but the payer's address."""
    content = prepay.model_dump(mode="json", exclude={"scene_info"})
    return hashlib.sha256(json.dumps([way, content], sort_keys=True).encode()).hexdigest()
