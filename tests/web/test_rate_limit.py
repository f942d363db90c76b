"""An address has its share, gets it back with time, and takes nobody else's."""

import pytest

from kaipu.commerce.refusal import Refusal
from kaipu.web.rate_limit import RateLimit


def passed(limit: RateLimit, address: str, now: float) -> bool:
    try:
        limit.take_at(address, now)
    except Refusal:
        return False
    return True


def test_a_burst_then_a_trickle() -> None:
    limit = RateLimit(per_minute=6, burst=3)
    assert [passed(limit, "a", 0.0) for _ in range(5)] == [True, True, True, False, False]
    assert passed(limit, "a", 9.9) is False
    assert passed(limit, "a", 10.1) is True
    assert passed(limit, "b", 10.1) is True


def test_it_says_when_to_come_back() -> None:
    limit = RateLimit(per_minute=6, burst=1)
    limit.take_at("a", 0.0)
    with pytest.raises(Refusal) as refused:
        limit.take_at("a", 4.0)
    assert (refused.value.status, refused.value.retry_after_s) == (429, 7)


def test_memory_is_bounded() -> None:
    limit = RateLimit(per_minute=6, burst=1)
    for number in range(12_000):
        limit.take_at(str(number), 0.0)
    assert len(limit._buckets) == 10_000
