"""Categories, dishes and the revision of a shop's catalogue."""

import django.db.models.deletion
from django.db import migrations, models

import kaipu.commerce.shops.identity
import kaipu.commerce.shops.tenancy
from kaipu.commerce.shops.isolation import IsolateByShop


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("shops", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=60)),
                ("position", models.PositiveIntegerField()),
                (
                    "shop",
                    models.ForeignKey(
                        default=kaipu.commerce.shops.tenancy.current_shop_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="shops.shop",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Dish",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=60)),
                ("description", models.CharField(blank=True, max_length=500)),
                ("picture", models.CharField(blank=True, max_length=500)),
                ("price_fen", models.IntegerField()),
                ("was_fen", models.IntegerField(null=True)),
                ("unit", models.CharField(blank=True, max_length=12)),
                ("options", models.JSONField(default=list)),
                ("sold_out", models.BooleanField(default=False)),
                ("daily_limit", models.IntegerField(null=True)),
                ("box_count", models.PositiveSmallIntegerField(default=0)),
                ("tags", models.JSONField(default=list)),
                ("position", models.PositiveIntegerField()),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dishes", to="catalog.category"
                    ),
                ),
                (
                    "shop",
                    models.ForeignKey(
                        default=kaipu.commerce.shops.tenancy.current_shop_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="shops.shop",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CatalogHead",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("revision", models.CharField(max_length=64)),
                (
                    "shop",
                    models.ForeignKey(
                        default=kaipu.commerce.shops.tenancy.current_shop_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="shops.shop",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("shop",), name="one_catalog_per_shop")],
            },
        ),
        migrations.AddConstraint(
            model_name="category",
            constraint=models.UniqueConstraint(fields=("shop", "code"), name="one_category_per_code"),
        ),
        migrations.AddConstraint(
            model_name="dish",
            constraint=models.UniqueConstraint(fields=("shop", "code"), name="one_dish_per_code"),
        ),
        migrations.AddConstraint(
            model_name="dish",
            constraint=models.CheckConstraint(
                condition=models.Q(("price_fen__gte", 0)), name="dish_price_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="dish",
            constraint=models.CheckConstraint(
                condition=models.Q(("daily_limit__isnull", True), ("daily_limit__gte", 0), _connector="OR"),
                name="dish_limit_not_negative",
            ),
        ),
        IsolateByShop("catalog_category"),
        IsolateByShop("catalog_dish"),
        IsolateByShop("catalog_cataloghead"),
    ]
