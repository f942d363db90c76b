"""A real PostgreSQL for the tests: the embedded one, started on first use of the database, one for each xdist worker.

Migrations run as the owner's role; the tests then connect as the app's role, so that row-level security is in force in
every test.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker
from tools.browser import chromium

from kaipu.cli.sources import load_source
from kaipu.commerce.shops.models import Shop, User
from kaipu.commerce.shops.open_shop import open_shop
from kaipu.compiler.project import BuildSource
from kaipu.definition.blocks.registry import installed_blocks
from kaipu.web.database.address import APP_ROLE, DATABASE, OWNER_ROLE
from kaipu.web.database.embedded import EmbeddedPostgres
from kaipu.web.database.roles import create_embedded, grant_to_app
from kaipu.web.environment import Environment
from kaipu.web.live import forget_live

# No test fails because the machine is slow.
hypothesis_settings.register_profile("kaipu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("kaipu")
_KEPT = {"django_migrations", "django_content_type", "auth_permission"}


@pytest.fixture(scope="session", autouse=True)
def data_folder() -> Iterator[Path]:
    """KAIPU_DATA of the test run; short, because a Unix socket's path must be."""
    with tempfile.TemporaryDirectory(prefix="kaipu-test-") as name:
        settings.KAIPU_DATA = Path(name)
        settings.MEDIA_ROOT = Path(name) / "media"
        settings.SECRET_KEY = "of the tests"
        yield Path(name)


@pytest.fixture(scope="session")
def postgres(data_folder: Path) -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(data_folder / "postgres", {"fsync": "off", "shared_buffers": "64MB"})
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def owner_conninfo(postgres: EmbeddedPostgres) -> str:
    """How a test reaches the database as the tables' owner, to look behind the app's back."""
    return postgres.conninfo(DATABASE, OWNER_ROLE)


@pytest.fixture(scope="session")
def django_db_setup(
    postgres: EmbeddedPostgres, owner_conninfo: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    with psycopg.connect(postgres.conninfo(), autocommit=True) as admin:
        create_embedded(admin, DATABASE)
    with psycopg.connect(owner_conninfo, autocommit=True) as owner:
        grant_to_app(owner)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        _connect_as(OWNER_ROLE, str(postgres.folder))
        call_command("migrate", verbosity=0)
        _connect_as(APP_ROLE, str(postgres.folder))
        patch.setattr(TransactionTestCase, "_fixture_teardown", _emptying(owner_conninfo))
        yield
        connection.close()


def _connect_as(role: str, host: str) -> None:
    connection.close()
    options = {"application_name": "kaipu-tests"}
    connection.settings_dict |= {
        "USER": role,
        "HOST": host,
        "PORT": "5432",
        "NAME": DATABASE,
        "PASSWORD": "",
        "OPTIONS": options,
    }


def _emptying(owner_conninfo: str) -> Callable[[TransactionTestCase], None]:
    """What follows a test with real commits. The app's role may not empty tables, so the owner's does."""

    def empty_tables(test: TransactionTestCase) -> None:
        with psycopg.connect(owner_conninfo) as owner:
            found = owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            names = [sql.Identifier(name) for (name,) in found if name not in _KEPT]
            owner.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY").format(sql.SQL(", ").join(names)))

    return empty_tables


@pytest.fixture(autouse=True)
def no_memory_of_earlier_shops() -> None:
    """Tests use the same address for ever new shops."""
    forget_live()


@pytest.fixture
def owner(db: None) -> User:
    """The person who runs `shop`."""
    return User.objects.create(handle="wang", name="老王")


@pytest.fixture
def shop(owner: User) -> Shop:
    return open_shop("noodle", "老王面馆", owner, {})


@pytest.fixture
def other_shop(db: None) -> Shop:
    """A shop of someone else's."""
    return open_shop("tea", "小李茶铺", User.objects.create(handle="li", name="小李"), {})


@pytest.fixture
def owner_client(shop: Shop, owner: User) -> Client:
    """A browser signed in as the owner of `shop`."""
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture(scope="session")
def noodle() -> BuildSource:
    """The noodle shop, as a package is built from it."""
    return load_source("trade:noodle_shop", installed_blocks(), Environment.read())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Of one test file: as long as Playwright's loop stands, Django would think it is called asynchronously."""
    with chromium() as made:
        yield made
