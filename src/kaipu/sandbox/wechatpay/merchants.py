"""Merchants of the sandbox and the platform keys it signs with for each of them."""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from kaipu.sandbox.store import Row, Store
from kaipu.sandbox.wechatpay.keys import make_certificate, make_private_key, make_serial, public_pem

KeyKind = Literal["certificate", "public_key"]
PUBLIC_KEY_PREFIX = "PUB_KEY_ID_"


@dataclass(frozen=True)
class Merchant:
    """What a merchant takes home from the gateway's counter. Its repr shows no secret.

    `platform_public_key_id` and `platform_public_key_pem` are empty unless the merchant verifies with a public key.
    """

    merchant_id: str
    app_id: str
    app_secret: str
    merchant_serial: str
    private_key_pem: str
    api_v3_key: str
    platform_public_key_id: str
    platform_public_key_pem: str

    def __repr__(self) -> str:
        return f"Merchant(merchant_id={self.merchant_id!r}, app_id={self.app_id!r})"


def register_merchant(data_dir: Path, *, reference: str, name: str, verifies_with: KeyKind = "certificate") -> Merchant:
    """A merchant's credentials, from the data folder of a sandbox that may or may not be running.

    The same `reference` always gets the same merchant.
    """
    with closing(Store(data_dir)) as store, store.work() as db:
        row = db.execute("SELECT * FROM merchants WHERE reference = ?", [reference]).fetchone()
        if row is None:
            row = _add_merchant(db, reference, name)
            add_platform_key(db, row["merchant_id"], verifies_with, time.time())
        return _credentials(db, row)


def find_merchant(db: sqlite3.Connection, merchant_id: str) -> Row | None:
    """A merchant by its number."""
    row: Row | None = db.execute("SELECT * FROM merchants WHERE merchant_id = ?", [merchant_id]).fetchone()
    return row


def signing_key(db: sqlite3.Connection, merchant_id: str) -> Row:
    """The platform key that signs for this merchant now."""
    row: Row = db.execute("SELECT * FROM platform_keys WHERE merchant_id = ? AND signing", [merchant_id]).fetchone()
    return row


def add_platform_key(db: sqlite3.Connection, merchant_id: str, kind: KeyKind, now: float) -> None:
    """Make a key and sign with it from now on; earlier ones stay valid. This is how a rotation looks from outside."""
    private_key_pem = make_private_key()
    if kind == "public_key":
        serial, expires_at = f"{PUBLIC_KEY_PREFIX}01{secrets.randbelow(10**22):022d}", None
        public = public_pem(private_key_pem)
    else:
        serial = make_serial()
        public, ends_at = make_certificate(private_key_pem, serial, datetime.fromtimestamp(int(now), UTC))
        expires_at = ends_at.timestamp()
    db.execute("UPDATE platform_keys SET signing = 0 WHERE merchant_id = ?", [merchant_id])
    db.execute(
        "INSERT INTO platform_keys VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
        [serial, merchant_id, kind, private_key_pem, public, now, expires_at],
    )


def _add_merchant(db: sqlite3.Connection, reference: str, name: str) -> Row:
    merchant_id = f"19{secrets.randbelow(10**8):08d}"
    db.execute(
        "INSERT INTO merchants VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            merchant_id,
            reference,
            name,
            f"wx{secrets.token_hex(8)}",
            secrets.token_hex(16),
            make_serial(),
            make_private_key(),
            secrets.token_hex(16),
        ],
    )
    row: Row = db.execute("SELECT * FROM merchants WHERE merchant_id = ?", [merchant_id]).fetchone()
    return row


def _credentials(db: sqlite3.Connection, row: Row) -> Merchant:
    key = signing_key(db, row["merchant_id"])
    by_public_key = key["kind"] == "public_key"
    return Merchant(
        merchant_id=row["merchant_id"],
        app_id=row["app_id"],
        app_secret=row["app_secret"],
        merchant_serial=row["serial"],
        private_key_pem=row["private_key_pem"],
        api_v3_key=row["api_v3_key"],
        platform_public_key_id=key["serial"] if by_public_key else "",
        platform_public_key_pem=key["public_pem"] if by_public_key else "",
    )
