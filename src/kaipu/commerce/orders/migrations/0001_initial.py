"""Orders; their lines and timeline can only be added to."""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import kaipu.commerce.shops.identity
import kaipu.commerce.shops.tenancy
from kaipu.commerce.shops.isolation import IsolateByShop


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("members", "0001_initial"),
        ("shops", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Order",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.CharField(max_length=8)),
                ("day", models.DateField()),
                ("kind", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=16)),
                ("table", models.CharField(max_length=12, null=True)),
                ("pickup_at", models.DateTimeField(null=True)),
                ("phone", models.CharField(blank=True, max_length=20)),
                ("note", models.CharField(blank=True, max_length=200)),
                ("packing_fee_fen", models.IntegerField()),
                ("total_fen", models.IntegerField()),
                ("limited", models.BooleanField()),
                ("created_at", models.DateTimeField()),
                ("pay_before", models.DateTimeField()),
                ("paid_at", models.DateTimeField(null=True)),
                ("refund_began_at", models.DateTimeField(null=True)),
                ("changed_at", models.DateTimeField()),
                ("idempotency_key", models.CharField(max_length=64)),
                ("request_sha256", models.CharField(max_length=64)),
                ("answer", models.TextField()),
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
                (
                    "shopper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="orders", to="members.shopper"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OrderLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("dish", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=60)),
                ("choices", models.JSONField()),
                ("options", models.TextField(blank=True)),
                ("quantity", models.PositiveSmallIntegerField()),
                ("unit_price_fen", models.IntegerField()),
                ("amount_fen", models.IntegerField()),
                ("picture", models.CharField(blank=True, max_length=500)),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="orders.order"
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
            name="TimelineStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("state", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="timeline", to="orders.order"
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
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NumberLane",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("day", models.DateField()),
                ("lane", models.CharField(max_length=1)),
                ("last", models.PositiveIntegerField(default=0)),
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
                "constraints": [models.UniqueConstraint(fields=("shop", "day", "lane"), name="one_lane_per_day")],
            },
        ),
        migrations.AddIndex(
            model_name="order",
            index=models.Index(fields=["shop", "changed_at"], name="orders_by_change"),
        ),
        migrations.AddIndex(
            model_name="order",
            index=models.Index(fields=["shop", "shopper", "-created_at"], name="orders_of_a_shopper"),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(fields=("shop", "shopper", "idempotency_key"), name="one_order_per_key"),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.UniqueConstraint(fields=("shop", "day", "number"), name="one_order_per_number_and_day"),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("packing_fee_fen__gte", 0), ("total_fen__gt", 0), ("total_fen__gte", models.F("packing_fee_fen"))
                ),
                name="order_money_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="orderline",
            constraint=models.UniqueConstraint(fields=("order", "position"), name="one_line_per_place"),
        ),
        migrations.AddConstraint(
            model_name="orderline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "amount_fen",
                        django.db.models.expressions.CombinedExpression(
                            models.F("unit_price_fen"), "*", models.F("quantity")
                        ),
                    ),
                    ("quantity__gte", 1),
                    ("unit_price_fen__gte", 0),
                ),
                name="line_adds_up",
            ),
        ),
        IsolateByShop("orders_order"),
        IsolateByShop("orders_orderline", append_only=True),
        IsolateByShop("orders_timelinestep", append_only=True),
        IsolateByShop("orders_numberlane"),
    ]
