"""Shoppers, their platform identities and sessions."""

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
            name="Shopper",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
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
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlatformIdentity",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("platform", models.CharField(max_length=32)),
                ("openid", models.CharField(max_length=128)),
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
                (
                    "shopper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="identities", to="members.shopper"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("shop", "platform", "openid"), name="one_shopper_per_openid"),
                    models.UniqueConstraint(fields=("shopper", "platform"), name="one_openid_per_shopper_and_platform"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShopperSession",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("token_sha256", models.CharField(max_length=64)),
                ("expires_at", models.DateTimeField()),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="sessions", to="members.shopper"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("shop", "token_sha256"), name="one_session_per_token")],
            },
        ),
        IsolateByShop("members_shopper"),
        IsolateByShop("members_platformidentity"),
        IsolateByShop("members_shoppersession"),
    ]
