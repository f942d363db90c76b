"""Ids are UUIDv7 and sort by the time they were made."""

import time

import pytest

from kaipu.commerce.shops.identity import new_id


def test_ids_are_version_seven_and_hold_the_time() -> None:
    made = new_id()
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert abs((made.int >> 80) - time.time_ns() // 1_000_000) < 10_000


def test_later_ids_sort_later(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    later = time.time_ns() + 5_000_000
    monkeypatch.setattr("kaipu.commerce.shops.identity.time.time_ns", lambda: later)
    assert first < new_id()


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000
