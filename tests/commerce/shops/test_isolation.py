"""Every table of a shop is behind the wall. The tables are found in the database, so that none can be forgotten."""

import threading
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from psycopg_pool import ConnectionPool

from kaipu.commerce.shops.models import Shop, User
from kaipu.commerce.shops.open_shop import open_shop
from kaipu.web.database.address import DATABASE
from kaipu.web.database.embedded import EmbeddedPostgres

DIRECTORY = {"shops_shop"}


def tenant_tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.columns WHERE column_name = 'shop_id' ORDER BY 1")
        return [name for (name,) in cursor.fetchall()]


def test_every_table_of_a_shop_forces_row_level_security(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind IN ('r','p')"
        )
        walled = {name for (name,) in cursor.fetchall()}
    tables = tenant_tables()
    assert "shops_membership" in tables
    assert sorted(walled - DIRECTORY) == tables
    assert walled >= DIRECTORY


def test_every_policy_asks_for_the_shop(db: None) -> None:
    """A policy that says `true` would be a door; only the directory of shops has one, for reading."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, policyname, cmd, qual, with_check, roles::text FROM pg_policies")
        policies = cursor.fetchall()
    doors = {
        (table, command) for table, _, command, qual, check, _ in policies if "current_setting" not in f"{qual}{check}"
    }
    assert doors == {("shops_shop", "SELECT"), ("shops_shop", "INSERT")}
    assert {roles for *_, roles in policies} == {"{public}"}


def test_no_query_without_its_shop_finds_a_row(django_db_setup: None, postgres: EmbeddedPostgres) -> None:
    """Plants a row in every tenant table, then looks as the app's role: with no shop, another shop, its own shop."""
    with psycopg.connect(postgres.conninfo(DATABASE)) as admin:
        tables = admin.execute(
            "SELECT table_name FROM information_schema.columns WHERE column_name = 'shop_id'"
        ).fetchall()
        assert tables
        for (table,) in tables:
            assert seen_by_app(admin, table) == [0, 0, 1], table


def seen_by_app(admin: psycopg.Connection, table: str) -> list[int]:
    own, name = uuid4(), sql.Identifier(table)
    seen = []
    with admin.transaction(force_rollback=True):
        for (constraint,) in admin.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass ORDER BY contype = 'n'", [table]
        ).fetchall():
            admin.execute(sql.SQL("ALTER TABLE {} DROP CONSTRAINT {} CASCADE").format(name, sql.Identifier(constraint)))
        admin.execute(sql.SQL("INSERT INTO {} (shop_id) VALUES (%s)").format(name), [own])
        admin.execute("SET LOCAL ROLE kaipu_app")
        for shop in ("", str(uuid4()), str(own)):
            admin.execute("SELECT set_config('kaipu.shop', %s, true)", [shop])
            row = admin.execute(sql.SQL("SELECT count(*) FROM {}").format(name)).fetchone()
            seen.append(row[0] if row else -1)
    return seen


def test_tables_outside_the_wall_hold_no_shop(db: None) -> None:
    """What is not behind the wall is listed here with its reason; a new table must choose a side."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND NOT rowsecurity ORDER BY 1")
        outside = {name for (name,) in cursor.fetchall()}
    assert outside == {
        "auth_group",  # Django's own, unused
        "auth_group_permissions",
        "auth_permission",
        "django_content_type",
        "django_migrations",
        "django_session",  # a user's, and a user may have many shops
        "django_tasks_database_dbtaskresult",  # the queue: jobs carry ids, never a shop's data
        "shops_signinlink",
        "shops_user",
    }


@pytest.fixture
def two_shops(django_db_setup: None, owner_conninfo: str, transactional_db: None) -> list[UUID]:
    """Two shops with a membership each, committed."""
    user = User.objects.create(handle="both", name="Both")
    return [open_shop(slug, slug, user, {}).id for slug in ("one", "two")]


def test_a_thousand_switches_of_pooled_connections_leak_nothing(two_shops: list[UUID]) -> None:
    """Four threads share two connections and change shops at every use; each sees its own shop's row only."""
    where = connection.settings_dict
    conninfo = f"host={where['HOST']} port={where['PORT']} dbname={where['NAME']} user={where['USER']}"
    wrong: list[object] = []

    def switch(pool: ConnectionPool, start: int) -> None:
        for turn in range(start, start + 250):
            shop_id = two_shops[turn % 2]
            with pool.connection() as conn, conn.transaction():
                conn.execute("SELECT set_config('kaipu.shop', %s, true)", [str(shop_id)])
                seen = conn.execute("SELECT shop_id FROM shops_membership").fetchall()
            with pool.connection() as conn:
                outside = conn.execute("SELECT shop_id FROM shops_membership").fetchall()
            if seen != [(shop_id,)] or outside:
                wrong.append((turn, seen, outside))

    with ConnectionPool(conninfo, min_size=2, max_size=2) as pool:
        threads = [threading.Thread(target=switch, args=(pool, start)) for start in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_the_app_cannot_take_the_wall_down(shop: Shop) -> None:
    where = connection.settings_dict
    conninfo = f"host={where['HOST']} port={where['PORT']} dbname={where['NAME']} user={where['USER']}"
    for statement in (
        "ALTER TABLE shops_membership DISABLE ROW LEVEL SECURITY",
        "DROP POLICY kaipu_all ON shops_membership",
        "SET ROLE kaipu_owner",
        "SET row_security = off; SELECT * FROM shops_membership",
        "TRUNCATE shops_membership",
        "CREATE TABLE mine (id int)",
    ):
        with psycopg.connect(conninfo) as conn, pytest.raises(psycopg.errors.InsufficientPrivilege):
            conn.execute(statement)
