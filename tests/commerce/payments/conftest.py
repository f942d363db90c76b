"""Fixtures of these tests; see outside.py and till.py."""

from .outside import (  # noqa: F401
    browser,
    client,
    clock,
    connect,
    fresh_folder,
    gateway,
    merchant,
    outside,
    purchase,
)
from .till import other_till, till, told_by_http  # noqa: F401
