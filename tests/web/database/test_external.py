"""A database of one's own (DATABASE_URL): its user owns the tables, the app gets a role and a password."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from kaipu.web.database.address import APP_PASSWORD, address
from kaipu.web.database.embedded import EmbeddedPostgres
from kaipu.web.database.roles import RolesRefused, prepare_roles
from kaipu.web.environment import Environment
from kaipu.web.secret import known_secret


@pytest.fixture(scope="module")
def server(data_folder: Path) -> Iterator[tuple[EmbeddedPostgres, int]]:
    """A server as an administrator would run it: by TCP, with passwords."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    started = EmbeddedPostgres(data_folder / "external", {"fsync": "off"})
    started.start()
    with psycopg.connect(started.conninfo(), autocommit=True) as admin:
        admin.execute("CREATE ROLE merchant LOGIN CREATEROLE PASSWORD 'of the merchant'")
        admin.execute("CREATE DATABASE shops OWNER merchant")
    started.stop()
    rules = started.folder / "pg_hba.conf"
    rules.write_text("local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
    served = EmbeddedPostgres(started.folder, {"fsync": "off", "listen_addresses": "127.0.0.1"}, port=port)
    served.start()
    yield served, port
    served.stop()


@pytest.fixture
def environment(server: tuple[EmbeddedPostgres, int], tmp_path: Path) -> Iterator[Environment]:
    url = f"postgresql://merchant:of%20the%20merchant@127.0.0.1:{server[1]}/shops?application_name=mine"
    yield replace(Environment.read(), data=tmp_path, database_url=url)
    with psycopg.connect(server[0].conninfo("shops"), autocommit=True) as admin:
        admin.execute("DROP TABLE IF EXISTS made_later")
        admin.execute("DROP OWNED BY kaipu_app")
        admin.execute("DROP ROLE kaipu_app")


def test_the_app_gets_a_role_and_a_password_of_its_own(environment: Environment) -> None:
    prepare_roles(environment)
    prepare_roles(environment)
    app = address(environment, "app")
    assert (app.user, app.dbname, app.extra) == ("kaipu_app", "shops", {"application_name": "mine"})
    assert app.password == known_secret(environment.data, APP_PASSWORD) != ""
    with psycopg.connect(app.conninfo()) as connection:
        row = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        assert row == (False, False, False)


def test_tables_made_later_can_be_used(environment: Environment) -> None:
    prepare_roles(environment)
    with psycopg.connect(address(environment, "owner").conninfo()) as owner:
        owner.execute("CREATE TABLE made_later (id int)")
    with psycopg.connect(address(environment, "app").conninfo()) as app:
        app.execute("INSERT INTO made_later VALUES (1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("DROP TABLE made_later")


def test_a_role_of_another_installation_is_left_alone(environment: Environment, tmp_path: Path) -> None:
    prepare_roles(environment)
    elsewhere = replace(environment, data=tmp_path / "elsewhere")
    with pytest.raises(RolesRefused, match="does not know its password"):
        prepare_roles(elsewhere)


def test_a_role_that_could_look_over_the_wall_is_refused(
    environment: Environment, server: tuple[EmbeddedPostgres, int]
) -> None:
    prepare_roles(environment)
    with psycopg.connect(server[0].conninfo(), autocommit=True) as admin:
        admin.execute("ALTER ROLE kaipu_app BYPASSRLS")
    with pytest.raises(RolesRefused, match="may bypass row-level security"):
        prepare_roles(environment)
    with psycopg.connect(server[0].conninfo(), autocommit=True) as admin:
        admin.execute("ALTER ROLE kaipu_app NOBYPASSRLS")
