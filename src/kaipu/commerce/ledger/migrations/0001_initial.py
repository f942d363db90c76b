"""The books: entries and postings can only be added to."""

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
            name="JournalEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=16)),
                ("memo", models.CharField(max_length=120)),
                ("reference", models.CharField(max_length=160)),
                ("order_id", models.UUIDField(null=True)),
                ("currency", models.CharField(max_length=3)),
                ("previous_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
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
            name="Posting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("account", models.CharField(max_length=60)),
                ("amount_fen", models.BigIntegerField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="postings", to="ledger.journalentry"
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
            name="ChainHead",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kaipu.commerce.shops.identity.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("length", models.BigIntegerField()),
                ("previous_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
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
                "constraints": [models.UniqueConstraint(fields=("shop",), name="one_chain_per_shop")],
            },
        ),
        migrations.AddIndex(
            model_name="journalentry",
            index=models.Index(fields=["shop", "at"], name="entries_by_time"),
        ),
        migrations.AddConstraint(
            model_name="journalentry",
            constraint=models.UniqueConstraint(fields=("shop", "number"), name="one_entry_per_place"),
        ),
        migrations.AddConstraint(
            model_name="journalentry",
            constraint=models.UniqueConstraint(fields=("shop", "reference"), name="one_entry_per_reference"),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.UniqueConstraint(fields=("entry", "position"), name="one_posting_per_place"),
        ),
        migrations.AddConstraint(
            model_name="posting",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_fen", 0), _negated=True), name="posting_moves_something"
            ),
        ),
        IsolateByShop("ledger_chainhead"),
        IsolateByShop("ledger_journalentry", append_only=True),
        IsolateByShop("ledger_posting", append_only=True),
    ]
