"""The order kinds there are, found by scanning the folders beside this file."""

from functools import cache
from importlib import import_module
from pathlib import Path

from kaipu.commerce.orders.kinds.order_kind import OrderKind


@cache
def order_kinds() -> dict[str, OrderKind]:
    """Name -> kind. ValueError if a folder's kind does not bear the folder's name."""
    found = {}
    for file in sorted(Path(__file__).parent.glob("*/kind.py")):
        kind = import_module(f"{__package__}.{file.parent.name}.kind").KIND
        if not isinstance(kind, OrderKind) or kind.name != file.parent.name:
            raise ValueError(f"{file}: KIND must be an OrderKind named {file.parent.name}")
        found[kind.name] = kind
    return found
