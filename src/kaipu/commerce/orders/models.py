"""Orders and what never changes about them. OrderLine and TimelineStep can only be added to (migration 0001)."""

from django.db import models
from django.db.models import F, Q

from kaipu.commerce.members.models import Shopper
from kaipu.commerce.shops.tenancy import TenantModel


class Order(TenantModel):
    """`kind` names a folder under kinds/, whose table of transitions is the only way `state` changes."""

    shopper = models.ForeignKey(Shopper, on_delete=models.PROTECT, related_name="orders")
    # What is called out at the counter, such as A006; begins anew each day.
    number = models.CharField(max_length=8)
    day = models.DateField()
    kind = models.CharField(max_length=40)
    state = models.CharField(max_length=16)
    table = models.CharField(max_length=12, null=True)  # noqa: DJ001 - no table is not a table without a name
    pickup_at = models.DateTimeField(null=True)
    phone = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=200, blank=True)
    packing_fee_fen = models.IntegerField()
    total_fen = models.IntegerField()
    # Whether stock moves stand for this order.
    limited = models.BooleanField()
    created_at = models.DateTimeField()
    pay_before = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)
    # Set while a refund is on its way; then nothing else may happen to the order.
    refund_began_at = models.DateTimeField(null=True)
    # The last change of any of the above: what the desk's feed goes by.
    changed_at = models.DateTimeField()
    # The shopper's own name for the request that placed the order, what it said, and the answer it got.
    idempotency_key = models.CharField(max_length=64)
    request_sha256 = models.CharField(max_length=64)
    answer = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "shopper", "idempotency_key"], name="one_order_per_key"),
            models.UniqueConstraint(fields=["shop", "day", "number"], name="one_order_per_number_and_day"),
            models.CheckConstraint(
                condition=Q(packing_fee_fen__gte=0, total_fen__gt=0, total_fen__gte=F("packing_fee_fen")),
                name="order_money_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["shop", "changed_at"], name="orders_by_change"),
            models.Index(fields=["shop", "shopper", "-created_at"], name="orders_of_a_shopper"),
        ]

    def __str__(self) -> str:
        return self.number


class OrderLine(TenantModel):
    """A dish as it was called and priced when it was ordered."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    dish = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    choices = models.JSONField()
    options = models.TextField(blank=True)
    quantity = models.PositiveSmallIntegerField()
    unit_price_fen = models.IntegerField()
    amount_fen = models.IntegerField()
    picture = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="one_line_per_place"),
            models.CheckConstraint(
                condition=Q(unit_price_fen__gte=0, quantity__gte=1, amount_fen=F("unit_price_fen") * F("quantity")),
                name="line_adds_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} x {self.name}"


class TimelineStep(TenantModel):
    """The order came into this state then."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="timeline")
    state = models.CharField(max_length=16)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.state} at {self.at:%H:%M:%S}"


class NumberLane(TenantModel):
    """The last number given out in one lane of a day. A lane is the letter that a number begins with."""

    day = models.DateField()
    lane = models.CharField(max_length=1)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "day", "lane"], name="one_lane_per_day")]

    def __str__(self) -> str:
        return f"{self.lane}{self.last:03d} on {self.day}"
