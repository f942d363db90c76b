"""The merchants' API, call by call: reads the request, leaves the work to its owner, writes the documented answer."""

from __future__ import annotations

import sqlite3

from kaipu.sandbox.store import Row
from kaipu.sandbox.surroundings import Surroundings
from kaipu.sandbox.wechatpay import payments, refunds
from kaipu.sandbox.wechatpay.keys import rfc3339, seal
from kaipu.sandbox.wechatpay.login import code_to_session
from kaipu.sandbox.wechatpay.notices import require_near
from kaipu.sandbox.wire import Answer, Refusal, Request, Strict, parse

NO_CONTENT = Answer(204)


class CloseRequest(Strict):
    """The body of a close request."""

    mchid: str


def list_certificates(around: Surroundings, db: sqlite3.Connection, request: Request, merchant: Row) -> Answer:
    """The platform certificates in force; a merchant that verifies with a public key may have none."""
    rows = db.execute(
        "SELECT * FROM platform_keys WHERE merchant_id = ? AND kind = 'certificate' AND expires_at > ? ORDER BY rowid",
        [merchant["merchant_id"], around.clock()],
    ).fetchall()
    if not rows:
        raise Refusal(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书 / No platform certificate; use the public key")
    data = [
        {
            "serial_no": row["serial"],
            "effective_time": rfc3339(row["effective_at"]),
            "expire_time": rfc3339(row["expires_at"]),
            "encrypt_certificate": seal(merchant["api_v3_key"], "certificate", row["public_pem"].encode()),
        }
        for row in rows
    ]
    return Answer.of({"data": data})


def prepare_payment(
    around: Surroundings, db: sqlite3.Connection, request: Request, merchant: Row, way: payments.Way
) -> Answer:
    """JSAPI or H5 prepay."""
    prepay = parse(payments.Prepay, request.json())
    require_near(prepay.notify_url, around.public_url)
    payment = payments.prepare(db, merchant, way, prepay, around.clock())
    if way == "h5":
        return Answer.of({"h5_url": f"{around.public_url}/pay/h5/{payment['prepay_id']}"})
    return Answer.of({"prepay_id": payment["prepay_id"]})


def query_payment(around: Surroundings, db: sqlite3.Connection, request: Request, merchant: Row, number: str) -> Answer:
    """A payment by out_trade_no."""
    _require_self(merchant, request.query.get("mchid"))
    return Answer.of(payments.show(payments.require_payment(db, merchant["merchant_id"], number)))


def close_payment(around: Surroundings, db: sqlite3.Connection, request: Request, merchant: Row, number: str) -> Answer:
    """Close by out_trade_no."""
    _require_self(merchant, parse(CloseRequest, request.json()).mchid)
    payments.close(db, merchant["merchant_id"], number)
    return NO_CONTENT


def ask_for_refund(around: Surroundings, db: sqlite3.Connection, request: Request, merchant: Row) -> Answer:
    """Refund some or all of a payment."""
    wanted = parse(refunds.RefundRequest, request.json())
    require_near(wanted.notify_url, around.public_url)
    return Answer.of(refunds.show_refund(refunds.ask_refund(db, merchant, wanted, around.clock())))


def query_refund(around: Surroundings, db: sqlite3.Connection, request: Request, merchant: Row, number: str) -> Answer:
    """A refund by out_refund_no."""
    return Answer.of(refunds.show_refund(refunds.require_refund(db, merchant["merchant_id"], number)))


def exchange_login_code(around: Surroundings, db: sqlite3.Connection, request: Request) -> Answer:
    """code2Session, on what is api.weixin.qq.com outside."""
    return Answer.of(code_to_session(db, request.query))


def _require_self(merchant: Row, said: str | None) -> None:
    if said != merchant["merchant_id"]:
        raise Refusal(400, "PARAM_ERROR", "商户号不符 / mchid is not the merchant who signed")
