"""What the sandbox remembers: one SQLite file in its data folder, readable by its owner only.

Each piece of work is one transaction; WAL lets the server and `register_merchant` in another process share the file.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_NAME = "sandbox.sqlite3"
BUSY_TIMEOUT_S = 10.0
Row = sqlite3.Row

SCHEMA = """
CREATE TABLE IF NOT EXISTS merchants (
    merchant_id TEXT PRIMARY KEY, reference TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    app_id TEXT NOT NULL UNIQUE, app_secret TEXT NOT NULL, serial TEXT NOT NULL,
    private_key_pem TEXT NOT NULL, api_v3_key TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS platform_keys (
    serial TEXT PRIMARY KEY, merchant_id TEXT NOT NULL REFERENCES merchants, kind TEXT NOT NULL,
    private_key_pem TEXT NOT NULL, public_pem TEXT NOT NULL, effective_at REAL NOT NULL, expires_at REAL,
    signing INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS payments (
    prepay_id TEXT PRIMARY KEY, merchant_id TEXT NOT NULL REFERENCES merchants, app_id TEXT NOT NULL,
    out_trade_no TEXT NOT NULL, way TEXT NOT NULL, description TEXT NOT NULL, total_fen INTEGER NOT NULL,
    currency TEXT NOT NULL, openid TEXT NOT NULL, notify_url TEXT NOT NULL, expires_at REAL, digest TEXT NOT NULL,
    state TEXT NOT NULL, transaction_id TEXT NOT NULL DEFAULT '', paid_at REAL, prepared_at REAL NOT NULL,
    UNIQUE (merchant_id, out_trade_no));
CREATE TABLE IF NOT EXISTS refunds (
    refund_id TEXT PRIMARY KEY, merchant_id TEXT NOT NULL REFERENCES merchants, out_refund_no TEXT NOT NULL,
    prepay_id TEXT NOT NULL REFERENCES payments, refund_fen INTEGER NOT NULL, reason TEXT NOT NULL,
    notify_url TEXT NOT NULL, state TEXT NOT NULL, asked_at REAL NOT NULL, settled_at REAL,
    UNIQUE (merchant_id, out_refund_no));
CREATE TABLE IF NOT EXISTS notices (
    id TEXT PRIMARY KEY, number INTEGER UNIQUE NOT NULL, merchant_id TEXT NOT NULL REFERENCES merchants,
    event TEXT NOT NULL, summary TEXT NOT NULL, original_type TEXT NOT NULL, payload TEXT NOT NULL,
    url TEXT NOT NULL, created_at REAL NOT NULL, state TEXT NOT NULL, copies INTEGER NOT NULL DEFAULT 1,
    tries INTEGER NOT NULL DEFAULT 0, next_at REAL NOT NULL, last_status INTEGER);
CREATE INDEX IF NOT EXISTS notices_due ON notices (state, next_at);
CREATE TABLE IF NOT EXISTS login_codes (
    code TEXT PRIMARY KEY, app_id TEXT NOT NULL, openid TEXT NOT NULL, used INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS faults (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, merchant_id TEXT NOT NULL, times INTEGER NOT NULL, value REAL NOT NULL);
"""


class Store:
    """The sandbox's file, on one connection that all threads share in turn. Close it before the process forks."""

    def __init__(self, data_dir: Path) -> None:
        data_dir.mkdir(parents=True, exist_ok=True)
        self.path = data_dir / FILE_NAME
        self.path.touch(mode=0o600)
        self._turn = threading.Lock()
        self._connection = sqlite3.connect(
            self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        # With WAL, what is committed outlives the process, though perhaps not a power cut: enough for a sandbox.
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.executescript(SCHEMA)

    @contextmanager
    def work(self) -> Iterator[sqlite3.Connection]:
        """One transaction that may write: it is the only one at a time, and kept only if nothing is raised."""
        with self._turn:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()
