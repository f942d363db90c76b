"""Counts of limited dishes and the journal of their moves, which can only be added to."""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import kaipu.commerce.shops.identity
import kaipu.commerce.shops.tenancy
from kaipu.commerce.shops.isolation import IsolateByShop


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalog", "0001_initial"),
        ("shops", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="DishDay",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField()),
                ("limit", models.IntegerField()),
                ("reserved", models.IntegerField(default=0)),
                ("sold", models.IntegerField(default=0)),
                (
                    "dish",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalog.dish"),
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
            name="StockMove",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("limit", "Limit"),
                            ("reserve", "Reserve"),
                            ("release", "Release"),
                            ("sell", "Sell"),
                            ("return", "Return"),
                        ],
                        max_length=8,
                    ),
                ),
                ("quantity", models.IntegerField()),
                ("order_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "dish_day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="stock.dishday"
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
        migrations.AddConstraint(
            model_name="dishday",
            constraint=models.UniqueConstraint(fields=("shop", "dish", "day"), name="one_count_per_dish_and_day"),
        ),
        migrations.AddConstraint(
            model_name="dishday",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "limit__gte",
                        django.db.models.expressions.CombinedExpression(models.F("reserved"), "+", models.F("sold")),
                    ),
                    ("reserved__gte", 0),
                    ("sold__gte", 0),
                ),
                name="stock_never_below_zero",
            ),
        ),
        migrations.AddIndex(
            model_name="stockmove",
            index=models.Index(fields=["shop", "order_id"], name="moves_of_an_order"),
        ),
        migrations.AddConstraint(
            model_name="stockmove",
            constraint=models.UniqueConstraint(
                fields=("dish_day", "kind", "order_id"), name="one_move_per_order_and_kind"
            ),
        ),
        IsolateByShop("stock_dishday"),
        IsolateByShop("stock_stockmove", append_only=True),
    ]
