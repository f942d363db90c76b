"""Drafts, the record of their edits, releases and the live pointer, each behind the wall between shops."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kaipu.commerce.shops.identity
import kaipu.commerce.shops.tenancy
from kaipu.commerce.shops.isolation import IsolateByShop


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("shops", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReleaseRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("body", models.TextField()),
                ("blocks", models.JSONField()),
                ("label", models.CharField(blank=True, max_length=80)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="LivePointer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("moved_at", models.DateTimeField(auto_now=True)),
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
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="publishing.releaserecord"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rev", models.PositiveIntegerField(default=0)),
                ("document", models.JSONField()),
                ("changed_at", models.DateTimeField(auto_now=True)),
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
                "constraints": [models.UniqueConstraint(fields=("shop",), name="one_draft_per_shop")],
            },
        ),
        migrations.CreateModel(
            name="OperationRecord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rev", models.PositiveIntegerField()),
                ("operation_id", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("edit", "Edit"), ("undo", "Undo"), ("redo", "Redo"), ("revert", "Revert")],
                        max_length=8,
                    ),
                ),
                ("label", models.CharField(max_length=80)),
                ("patch", models.JSONField()),
                ("inverse", models.JSONField()),
                ("touched", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[("done", "Done"), ("undone", "Undone"), ("dropped", "Dropped")],
                        default="done",
                        max_length=8,
                    ),
                ),
                ("target_rev", models.PositiveIntegerField(null=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "constraints": [
                    models.UniqueConstraint(fields=("shop", "rev"), name="one_record_per_rev"),
                    models.UniqueConstraint(fields=("shop", "operation_id"), name="one_record_per_operation"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="releaserecord",
            constraint=models.UniqueConstraint(fields=("shop", "number"), name="one_release_per_number"),
        ),
        migrations.AddConstraint(
            model_name="livepointer",
            constraint=models.UniqueConstraint(fields=("shop",), name="one_live_release_per_shop"),
        ),
        IsolateByShop("publishing_draft"),
        IsolateByShop("publishing_operationrecord"),
        IsolateByShop("publishing_releaserecord", append_only=True),
        IsolateByShop("publishing_livepointer"),
    ]
