"""Writes a new order with its lines, its first step and its expiry in one statement, unless its key is taken.

The rows travel as JSON made from the models themselves, so that a new column needs no change here.
"""

import json
from collections.abc import Sequence
from typing import Final

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from kaipu.commerce.orders.models import Order, OrderLine, TimelineStep

_INSERT: Final = """
WITH placed AS (
    INSERT INTO orders_order SELECT * FROM jsonb_populate_record(NULL::orders_order, %s::jsonb)
    ON CONFLICT (shop_id, shopper_id, idempotency_key) DO NOTHING RETURNING id
), lines AS (
    INSERT INTO orders_orderline
    SELECT line.* FROM placed, jsonb_populate_recordset(NULL::orders_orderline, %s::jsonb) AS line
), step AS (
    INSERT INTO orders_timelinestep
    SELECT step.* FROM placed, jsonb_populate_record(NULL::orders_timelinestep, %s::jsonb) AS step
), job AS (
    INSERT INTO django_tasks_database_dbtaskresult
    SELECT job.* FROM placed, jsonb_populate_record(NULL::django_tasks_database_dbtaskresult, %s::jsonb) AS job
)
SELECT 1 FROM placed
"""


def insert_order(order: Order, lines: Sequence[OrderLine], step: TimelineStep, expiry: models.Model) -> bool:
    """Whether it was written. Waits for a rival with the same key until that one is committed or gone."""
    with connection.cursor() as cursor:
        rows = [_row(order), [_row(line) for line in lines], _row(step), _row(expiry)]
        cursor.execute(_INSERT, [_json(row) for row in rows])
        return cursor.fetchone() is not None


def _row(instance: models.Model) -> dict[str, object]:
    return {str(field.column): field.value_from_object(instance) for field in instance._meta.concrete_fields}


class _Encoder(DjangoJSONEncoder):
    """Keeps microseconds, which Django's own cuts to milliseconds."""

    def default(self, o: object) -> object:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def _json(value: object) -> str:
    return json.dumps(value, cls=_Encoder, ensure_ascii=False)
