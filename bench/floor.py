"""The database's own limit for the rows that orders write: the same number of rows, of the same shape and with the same
indexes, in the same number of transactions, sent by psycopg with no application around them.

How many rows a step writes is not written down here but counted, from PostgreSQL's own statistics, while real orders
are placed.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from kaipu.web.database.address import DATABASE, address
from kaipu.web.environment import Environment

_COUNTS = "SELECT relname, n_tup_ins, n_tup_upd FROM pg_stat_user_tables WHERE schemaname = 'public'"
# An idle server process tells its last counts after ten seconds at the latest (PGSTAT_IDLE_INTERVAL).
_STATISTICS_LAG_S = 11.0


@dataclass(frozen=True)
class Footprint:
    """Rows inserted and updated by one step of one order, by table."""

    inserted: dict[str, int]
    updated: dict[str, int]

    @property
    def rows(self) -> int:
        return sum(self.inserted.values()) + sum(self.updated.values())


def connect(data: Path) -> psycopg.Connection[tuple[object, ...]]:
    """As the embedded server's administrator, who may see all rows and make a schema for the measurement."""
    environment = Environment.read()
    where = address(Environment(**{**environment.__dict__, "data": data, "database_url": ""}), "admin")
    return psycopg.connect(where._replace(dbname=DATABASE).conninfo(), autocommit=True)


def counts(connection: psycopg.Connection[tuple[object, ...]]) -> dict[str, tuple[int, int]]:
    """Rows ever inserted and updated, by table; waits until the servers' processes have told."""
    time.sleep(_STATISTICS_LAG_S)
    return {str(name): (int(str(ins)), int(str(upd))) for name, ins, upd in connection.execute(_COUNTS).fetchall()}


def footprint(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]], steps: int) -> Footprint:
    """Per step, rounded: what a timer wrote meanwhile falls away."""
    empty = (0, 0)
    inserted = {name: round((now[0] - before.get(name, empty)[0]) / steps) for name, now in after.items()}
    updated = {name: round((now[1] - before.get(name, empty)[1]) / steps) for name, now in after.items()}
    return Footprint({k: v for k, v in inserted.items() if v > 0}, {k: v for k, v in updated.items() if v > 0})


class _Table:
    """A copy of a table without its constraints, with all its indexes, and one row to write again and again."""

    def __init__(self, connection: psycopg.Connection[tuple[object, ...]], name: str) -> None:
        self._name = sql.Identifier("bench_floor", name)
        source = sql.Identifier("public", name)
        connection.execute(sql.SQL("CREATE TABLE {} (LIKE {})").format(self._name, source))
        definitions = connection.execute(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = %s", [name]
        )
        for (definition,) in definitions.fetchall():
            method = str(definition).split(" USING ", 1)[1]
            connection.execute(sql.SQL("CREATE INDEX ON {} USING {}").format(self._name, sql.SQL(method)))
        cursor = connection.execute(sql.SQL("SELECT * FROM {} LIMIT 1").format(source))
        self._row = [Jsonb(value) if isinstance(value, dict | list) else value for value in cursor.fetchone() or ()]
        columns = [column.name for column in cursor.description or ()]
        self._key = columns.index("id") if "id" in columns else 0
        slots = sql.SQL(", ").join(sql.Placeholder() * len(self._row))
        self._insert = sql.SQL("INSERT INTO {} VALUES ({})").format(self._name, slots)
        key = sql.Identifier(columns[self._key])
        touched = sql.Identifier(columns[-1])
        self._update = sql.SQL("UPDATE {} SET {} = {} WHERE {} = %s").format(self._name, touched, touched, key)
        connection.execute(self._insert, self._row)

    def insert(self, cursor: psycopg.Cursor[tuple[object, ...]], fresh: uuid.UUID) -> object:
        row = list(self._row)
        row[self._key] = fresh if isinstance(row[self._key], uuid.UUID) else row[self._key]
        cursor.execute(self._insert, row)
        return row[self._key]

    def update(self, cursor: psycopg.Cursor[tuple[object, ...]], key: object) -> None:
        cursor.execute(self._update, [self._row[self._key] if key is None else key])


def floor_rate(data: Path, steps: Sequence[Footprint], clients: int, seconds: float) -> float:
    """Whole orders a second: the rows of each step in a transaction of its own, a connection for each client."""
    with connect(data) as connection:
        connection.execute("DROP SCHEMA IF EXISTS bench_floor CASCADE")
        connection.execute("CREATE SCHEMA bench_floor")
        names = {name for step in steps for name in (*step.inserted, *step.updated)}
        tables = {name: _Table(connection, name) for name in sorted(names)}
        done = [0] * clients
        until = time.perf_counter() + seconds
        started = time.perf_counter()
        work = [
            threading.Thread(target=_write, args=(data, steps, tables, until, done, number))
            for number in range(clients)
        ]
        for thread in work:
            thread.start()
        for thread in work:
            thread.join(seconds + 30)
        took = time.perf_counter() - started
        connection.execute("DROP SCHEMA bench_floor CASCADE")
    return sum(done) / took


def _write(
    data: Path, steps: Sequence[Footprint], tables: dict[str, _Table], until: float, done: list[int], number: int
) -> None:
    with connect(data) as connection:
        while time.perf_counter() < until:
            written: dict[str, object] = {}
            for step in steps:
                with connection.transaction(), connection.cursor() as cursor:
                    _one_step(step, tables, cursor, written)
            done[number] += 1


def _one_step(
    step: Footprint, tables: dict[str, _Table], cursor: psycopg.Cursor[tuple[object, ...]], written: dict[str, object]
) -> None:
    """Updates fall on the row this order inserted, or on the one row that all orders share, as in the real thing."""
    for name, count in step.inserted.items():
        for _ in range(count):
            written[name] = tables[name].insert(cursor, _time_ordered())
    for name, count in sorted(step.updated.items()):
        for _ in range(count):
            tables[name].update(cursor, written.get(name))


def _time_ordered() -> uuid.UUID:
    """Like a UUIDv7: what is inserted last comes last in an index."""
    return uuid.UUID(int=(time.time_ns() // 1_000_000 << 80) | (uuid.uuid4().int & ((1 << 80) - 1)))
