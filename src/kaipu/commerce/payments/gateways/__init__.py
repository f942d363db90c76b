"""The gateways there are: one folder each, found by looking. A folder becomes a gateway by having a `gateway.py`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from kaipu.commerce.payments.gateway import Gateway


@cache
def gateway_kinds() -> tuple[str, ...]:
    """The names of all gateways, sorted."""
    return tuple(sorted(path.parent.name for room in __path__ for path in Path(room).glob("*/gateway.py")))


@cache
def find_gateway(kind: str) -> Gateway:
    """The gateway of that name. Raises LookupError if there is none."""
    if kind not in gateway_kinds():
        raise LookupError(f"There is no payment gateway called {kind!r}.")
    module = import_module(f"{__name__}.{kind}.gateway")
    return cast("Gateway", module.GATEWAY)
