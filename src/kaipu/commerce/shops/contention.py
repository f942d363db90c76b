"""What to do when the database asks for a retry: two transactions met (40001) or waited for each other (40P01)."""

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection

P = ParamSpec("P")
T = TypeVar("T")

_RETRYABLE = {"40001", "40P01"}
_ATTEMPTS = 6


def contention_retry(work: Callable[P, T]) -> Callable[P, T]:
    """Decorates a function that opens its own transaction. Inside another it runs once: only a whole is retried."""

    @wraps(work)
    def attempt(*args: P.args, **kwargs: P.kwargs) -> T:
        if connection.in_atomic_block:
            return work(*args, **kwargs)
        for attempts_left in reversed(range(_ATTEMPTS)):
            try:
                return work(*args, **kwargs)
            except OperationalError as error:
                if not attempts_left or not asks_for_retry(error):
                    raise
            time.sleep(random.uniform(0.001, 0.02))  # noqa: S311 - spreads the rivals, guards no secret
        raise AssertionError("the last attempt returns or raises")

    return attempt


def asks_for_retry(error: Exception) -> bool:
    """Whether PostgreSQL took the transaction back only because another one was in its way."""
    return getattr(error.__cause__, "sqlstate", None) in _RETRYABLE
