"""One row per limited dish and day, and the journal of its moves. StockMove can only be added to (migration 0001).

Always holds, and the database checks it: reserved >= 0, sold >= 0, reserved + sold <= limit.
"""

from django.db import models
from django.db.models import F, Q

from kaipu.commerce.catalog.models import Dish
from kaipu.commerce.shops.tenancy import TenantModel


class DishDay(TenantModel):
    """`day` is a day of the shop's own clock."""

    dish = models.ForeignKey(Dish, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    limit = models.IntegerField()
    reserved = models.IntegerField(default=0)
    sold = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "dish", "day"], name="one_count_per_dish_and_day"),
            models.CheckConstraint(
                condition=Q(reserved__gte=0, sold__gte=0, limit__gte=F("reserved") + F("sold")),
                name="stock_never_below_zero",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.reserved} reserved and {self.sold} sold of {self.limit}"

    @property
    def remaining(self) -> int:
        return self.limit - self.reserved - self.sold


class StockMove(TenantModel):
    """`quantity` is how many the move is about; what it does to the count follows from `kind`."""

    class Kind(models.TextChoices):
        OPEN = "open"  # the day begins with this limit
        LIMIT = "limit"  # the owner changed the limit by this many, up or down
        RESERVE = "reserve"
        RELEASE = "release"
        SELL = "sell"
        RETURN = "return"

    dish_day = models.ForeignKey(DishDay, on_delete=models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    quantity = models.IntegerField()
    order_id = models.UUIDField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["shop", "order_id"], name="moves_of_an_order")]
        constraints = [
            models.UniqueConstraint(fields=["dish_day", "kind", "order_id"], name="one_move_per_order_and_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.quantity}"
