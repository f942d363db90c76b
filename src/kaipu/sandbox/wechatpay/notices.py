"""Notices: queued in the transaction that causes them, sealed and signed afresh for each try.

Documentation: "Payment success notice" and "Refund result notice", pay.weixin.qq.com/doc/v3/merchant/4012791861 and
/4013070388. The schedule is theirs: 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h after a failure.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from kaipu.sandbox.faults import take_fault
from kaipu.sandbox.store import Row
from kaipu.sandbox.wechatpay.keys import rfc3339, seal, sign
from kaipu.sandbox.wechatpay.merchants import find_merchant, signing_key
from kaipu.sandbox.wire import Refusal

MINUTE, HOUR = 60, 3600
RETRY_AFTER_S = (
    *(15, 15, 30, 3 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, 30 * MINUTE, 30 * MINUTE, 60 * MINUTE),
    *(3 * HOUR, 3 * HOUR, 3 * HOUR, 6 * HOUR, 6 * HOUR),
)
PROBE_PREFIX = "WECHATPAY/SIGNTEST/"


@dataclass(frozen=True)
class Letter:
    """One try of one notice, ready to go."""

    notice_id: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    copies: int


def queue_notice(
    db: sqlite3.Connection, payment: Row, event: str, payload: Mapping[str, object], url: str, now: float
) -> None:
    """Remember to tell the merchant. Faults that concern the notice are decided here, once."""
    merchant_id = payment["merchant_id"]
    copies = 1 + int(take_fault(db, "repeat_notice", merchant_id) or 0)
    delay_s = take_fault(db, "delay_notice", merchant_id) or 0.0
    state = "waiting"
    if take_fault(db, "drop_notice", merchant_id) is not None:
        state = "dropped"
    elif take_fault(db, "hold_notice", merchant_id) is not None:
        state = "held"
    number = db.execute("SELECT coalesce(max(number), 0) + 1 FROM notices").fetchone()[0]
    db.execute(
        "INSERT INTO notices (id, number, merchant_id, event, summary, original_type, payload, url, created_at, state,"
        " copies, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            f"EV-{secrets.token_hex(14)}",
            number,
            merchant_id,
            event,
            "支付成功" if event.startswith("TRANSACTION") else "退款成功",
            "transaction" if event.startswith("TRANSACTION") else "refund",
            json.dumps(payload, ensure_ascii=False),
            url,
            now,
            state,
            copies,
            now + delay_s,
        ],
    )


def release_notices(db: sqlite3.Connection, merchant_id: str, reverse: bool, now: float) -> int:
    """Send what was held, oldest first or newest first; one after the other, so that the order is kept."""
    order = "DESC" if reverse else "ASC"
    rows = db.execute(
        f"SELECT id FROM notices WHERE state = 'held' AND merchant_id = ? ORDER BY number {order}",  # noqa: S608 - one of two constants
        [merchant_id],
    ).fetchall()
    for place, row in enumerate(rows):
        db.execute("UPDATE notices SET state = 'waiting', next_at = ? WHERE id = ?", [now + place * 0.001, row["id"]])
    return len(rows)


def write_letter(db: sqlite3.Connection, notice: Row, now: float) -> Letter:
    """Seal and sign a notice for one try: a new nonce and timestamp, the same id."""
    merchant = find_merchant(db, notice["merchant_id"])
    if merchant is None:
        raise LookupError(notice["merchant_id"])
    envelope = {
        "id": notice["id"],
        "create_time": rfc3339(notice["created_at"]),
        "resource_type": "encrypt-resource",
        "event_type": notice["event"],
        "summary": notice["summary"],
        "resource": {
            "original_type": notice["original_type"],
            **seal(merchant["api_v3_key"], notice["original_type"], notice["payload"].encode()),
        },
    }
    body = json.dumps(envelope, ensure_ascii=False).encode()
    probe = take_fault(db, "probe_notice", notice["merchant_id"]) is not None
    headers = signed_headers(db, notice["merchant_id"], body, now, probe)
    return Letter(notice["id"], notice["url"], headers, body, notice["copies"])


def signed_headers(db: sqlite3.Connection, merchant_id: str, body: bytes, now: float, probe: bool) -> dict[str, str]:
    """The headers under which an answer or a notice travels. A probe is signed wrongly on purpose, as the real gateway
    does now and then to see whether a merchant checks."""
    key = signing_key(db, merchant_id)
    timestamp, nonce = str(int(now)), secrets.token_hex(16)
    signature = sign(key["private_key_pem"], f"{timestamp}\n{nonce}\n".encode() + body + b"\n")
    return {
        "Content-Type": "application/json",
        "Wechatpay-Serial": key["serial"],
        "Wechatpay-Nonce": nonce,
        "Wechatpay-Timestamp": timestamp,
        "Wechatpay-Signature": f"{PROBE_PREFIX}{signature[len(PROBE_PREFIX) :]}" if probe else signature,
        "Wechatpay-Signature-Type": "WECHATPAY2-SHA256-RSA2048",
    }


def require_near(url: str, own_url: str) -> str:
    """A notify_url the sandbox may call: this machine's, by loopback or by the name the sandbox itself has; without a
    query. Raises Refusal.
    """
    parts = urlsplit(url)
    near = is_loopback(parts.hostname or "") or parts.hostname == urlsplit(own_url).hostname
    if parts.scheme not in ("http", "https") or parts.query or not near:
        message = "沙箱只通知本机地址,且不带参数 / The sandbox notifies this machine only, at a URL without a query"
        raise Refusal(400, "PARAM_ERROR", message)
    return url


def is_loopback(host: str) -> bool:
    """Whether a host, as written in a URL, is this machine by definition."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
