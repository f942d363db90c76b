"""Limits how often an address may do a thing. Counts in this process: with two servers twice as much passes."""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest

from kaipu.commerce.refusal import Refusal

_MOST_ADDRESSES = 10_000


@dataclass
class RateLimit:
    """A bucket for each address that holds `burst` and refills by `per_minute`."""

    per_minute: float
    burst: int
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, request: HttpRequest) -> None:
        """Raises Refusal 429 when this address has used up its share."""
        self.take_at(client_address(request), time.monotonic())

    def take_at(self, address: str, now: float) -> None:
        with self._lock:
            left, since = self._buckets.pop(address, (float(self.burst), now))
            left = min(float(self.burst), left + (now - since) * self.per_minute / 60)
            enough = left >= 1
            self._buckets[address] = (left - 1 if enough else left, now)
            if len(self._buckets) > _MOST_ADDRESSES:
                self._buckets.popitem(last=False)
        if not enough:
            raise Refusal("too_many_requests", 429, retry_after_s=1 + int((1 - left) * 60 / self.per_minute))


def client_address(request: HttpRequest) -> str:
    """The peer's address, or what the reverse proxy in front says if it is trusted to (KAIPU_TRUST_PROXY=1)."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.ENVIRONMENT.trust_proxy else ""
    return forwarded.rsplit(",", 1)[-1].strip() or request.META.get("REMOTE_ADDR", "")
