"""Accounts with gateways, payments, refunds; the record of notices can only be added to."""

import django.db.models.deletion
from django.db import migrations, models

import kaipu.commerce.shops.identity
import kaipu.commerce.shops.tenancy
from kaipu.commerce.shops.isolation import IsolateByShop


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("orders", "0001_initial"),
        ("shops", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="GatewayAccount",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=32)),
                ("base_url", models.CharField(max_length=200)),
                ("login_url", models.CharField(blank=True, max_length=200)),
                ("merchant_id", models.CharField(max_length=32)),
                ("app_id", models.CharField(max_length=64)),
                ("merchant_serial", models.CharField(max_length=64)),
                ("sealed_secrets", models.TextField()),
                ("platform_keys", models.JSONField(default=list)),
                ("keys_asked_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
            name="NoticeRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("notice_id", models.CharField(max_length=64)),
                ("event", models.CharField(max_length=64)),
                ("subject", models.CharField(max_length=64)),
                ("received_at", models.DateTimeField(auto_now_add=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="payments.gatewayaccount"
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
            name="Payment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("out_trade_no", models.CharField(max_length=32)),
                ("way", models.CharField(choices=[("h5", "h5"), ("jsapi", "jsapi")], max_length=8)),
                ("openid", models.CharField(blank=True, max_length=128)),
                ("payer_ip", models.CharField(max_length=45)),
                ("description", models.CharField(max_length=80)),
                ("amount_fen", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("started", "Started"),
                            ("open", "Open"),
                            ("succeeded", "Succeeded"),
                            ("closed", "Closed"),
                        ],
                        default="started",
                        max_length=16,
                    ),
                ),
                ("ticket", models.CharField(blank=True, max_length=512)),
                ("ticket_until", models.DateTimeField(null=True)),
                ("expires_at", models.DateTimeField()),
                ("transaction_id", models.CharField(max_length=64, null=True)),
                ("paid_at", models.DateTimeField(null=True)),
                ("surplus", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payments",
                        to="payments.gatewayaccount",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="orders.order"),
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
            name="Refund",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("out_refund_no", models.CharField(max_length=64)),
                ("amount_fen", models.BigIntegerField()),
                ("reason", models.CharField(max_length=64)),
                ("ours", models.BooleanField(default=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked"),
                            ("processing", "Processing"),
                            ("succeeded", "Succeeded"),
                            ("failed", "Failed"),
                        ],
                        default="asked",
                        max_length=16,
                    ),
                ),
                ("refund_id", models.CharField(blank=True, max_length=64)),
                ("failure_code", models.CharField(blank=True, max_length=64)),
                ("settled_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "payment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="refunds", to="payments.payment"
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
            model_name="gatewayaccount",
            constraint=models.UniqueConstraint(fields=("shop", "kind"), name="one_account_per_gateway"),
        ),
        migrations.AddConstraint(
            model_name="noticerecord",
            constraint=models.UniqueConstraint(fields=("account", "notice_id"), name="one_record_per_notice"),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(fields=("account", "out_trade_no"), name="one_payment_per_number"),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                fields=("account", "transaction_id"), name="one_payment_per_transaction"
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["started", "open"])),
                fields=("order",),
                name="one_live_payment_per_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "succeeded"), ("surplus", False)),
                fields=("order",),
                name="an_order_is_paid_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_fen__gt", 0)), name="payment_is_of_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="payment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paid_at__isnull", False), ("state", "succeeded"), ("transaction_id__isnull", False)),
                    models.Q(
                        models.Q(("state", "succeeded"), _negated=True),
                        ("paid_at__isnull", True),
                        ("transaction_id__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="succeeded_means_paid",
            ),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=models.UniqueConstraint(fields=("payment", "out_refund_no"), name="one_refund_per_number"),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ours", True)), fields=("payment",), name="a_payment_is_refunded_by_us_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=models.CheckConstraint(condition=models.Q(("amount_fen__gt", 0)), name="refund_is_of_something"),
        ),
        IsolateByShop("payments_gatewayaccount"),
        IsolateByShop("payments_payment"),
        IsolateByShop("payments_refund"),
        IsolateByShop("payments_noticerecord", append_only=True),
    ]
