"""Things that go wrong outside, on request: a fault is spent each time it strikes, and is per merchant.

This panel is for tests and for the curious; the real gateway has no such thing.
"""

from __future__ import annotations

import sqlite3
from typing import Literal, get_args

from pydantic import Field

from kaipu.sandbox.wire import Strict

FaultKind = Literal[
    "repeat_notice",  # value: how many more copies of each try, all at once
    "delay_notice",  # value: seconds before the first try
    "drop_notice",  # the notice is never sent
    "hold_notice",  # the notice waits until it is released
    "probe_notice",  # one try is signed wrongly
    "probe_answer",  # an answer is signed wrongly
    "lose_answer",  # what was asked is done, and in place of the answer comes a 502 that nobody signed
    "unavailable",  # 500 SYSTEM_ERROR; nothing is done
    "fail_refund",  # a refund is accepted and then turns out impossible (ABNORMAL)
]
FAULT_KINDS = get_args(FaultKind)


class Fault(Strict):
    """A fault to happen the next `times` times."""

    kind: FaultKind
    merchant_id: str
    times: int = Field(default=1, ge=1, le=1000)
    value: float = Field(default=0.0, ge=0.0, le=100_000.0)


def plan_fault(db: sqlite3.Connection, fault: Fault) -> None:
    """Add a fault to what is to come."""
    db.execute(
        "INSERT INTO faults (kind, merchant_id, times, value) VALUES (?, ?, ?, ?)",
        [fault.kind, fault.merchant_id, fault.times, fault.value],
    )


def take_fault(db: sqlite3.Connection, kind: FaultKind, merchant_id: str) -> float | None:
    """The value of a planned fault, which is thereby spent once; None if there is none."""
    row = db.execute(
        "SELECT id, value FROM faults WHERE kind = ? AND merchant_id = ? AND times > 0 ORDER BY id", [kind, merchant_id]
    ).fetchone()
    if row is None:
        return None
    db.execute("UPDATE faults SET times = times - 1 WHERE id = ?", [row["id"]])
    return float(row["value"])


def clear_faults(db: sqlite3.Connection, merchant_id: str) -> None:
    """Forget what was planned for a merchant."""
    db.execute("DELETE FROM faults WHERE merchant_id = ?", [merchant_id])
