"""The goods as rows. `options` and `tags` have the shapes of kaipu.definition.catalog and no other."""

from django.db import models

from kaipu.commerce.shops.tenancy import TenantModel


class Category(TenantModel):
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop", "code"], name="one_category_per_code")]

    def __str__(self) -> str:
        return self.name


class Dish(TenantModel):
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="dishes")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    description = models.CharField(max_length=500, blank=True)
    picture = models.CharField(max_length=500, blank=True)
    price_fen = models.IntegerField()
    was_fen = models.IntegerField(null=True)
    unit = models.CharField(max_length=12, blank=True)
    # list of kaipu.definition.Option
    options = models.JSONField(default=list)
    sold_out = models.BooleanField(default=False)
    # How many are sold on one day of the shop's clock; null: as many as are asked for.
    daily_limit = models.IntegerField(null=True)
    box_count = models.PositiveSmallIntegerField(default=0)
    tags = models.JSONField(default=list)
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shop", "code"], name="one_dish_per_code"),
            models.CheckConstraint(condition=models.Q(price_fen__gte=0), name="dish_price_not_negative"),
            models.CheckConstraint(
                condition=models.Q(daily_limit__isnull=True) | models.Q(daily_limit__gte=0),
                name="dish_limit_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CatalogHead(TenantModel):
    """The revision of the shop's catalogue. Whoever changes goods locks this row first."""

    revision = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shop"], name="one_catalog_per_shop")]

    def __str__(self) -> str:
        return self.revision
