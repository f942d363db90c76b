"""What the sandbox works with: its file, its clock, its own address, and how fast its time runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kaipu.sandbox.store import Store


@dataclass(frozen=True)
class Surroundings:
    """`public_url` is where a shopper's browser finds the payment page. `pace` scales the documented waiting times:
    1.0 is as the real gateway does, 0.1 ten times faster."""

    store: Store
    public_url: str
    pace: float = 0.1
    clock: Callable[[], float] = time.time
    news: threading.Event = field(default_factory=threading.Event)
