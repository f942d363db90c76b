"""The way of an order that is paid first and then made, shared by the kinds where a kitchen makes it."""

from typing import Final

from kaipu.commerce.orders.kinds.order_kind import Transitions

KITCHEN_TRANSITIONS: Final[Transitions] = {
    ("unpaid", "pay"): "paid",
    ("unpaid", "cancel"): "cancelled",
    ("unpaid", "expire"): "cancelled",
    ("paid", "accept"): "making",
    ("making", "ready"): "ready",
    ("ready", "finish"): "done",
    ("paid", "refund"): "refunded",
    ("making", "refund"): "refunded",
    ("ready", "refund"): "refunded",
    ("done", "refund"): "refunded",
}
KITCHEN_UNMADE: Final = frozenset({"paid"})
