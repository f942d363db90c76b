"""Makes the roles and the database. Always holds: the app's role owns nothing and can neither bypass row-level security
nor become another role; what it may do comes from default privileges of the owner's tables."""

from psycopg import Connection, connect, sql
from psycopg.conninfo import make_conninfo

from kaipu.web.database.address import APP_PASSWORD, APP_ROLE, DATABASE, OWNER_ROLE, address, embedded_folder
from kaipu.web.environment import Environment
from kaipu.web.secret import known_secret, secret

_PLAIN = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT"


class RolesRefused(Exception):
    """The database is there but does not let Kaipu prepare it; the text says what the administrator can do."""


def prepare_roles(environment: Environment) -> None:
    """Idempotent; call it before migrations."""
    if embedded_folder(environment):
        with connect(address(environment, "admin").conninfo(), autocommit=True) as admin:
            create_embedded(admin, DATABASE)
    else:
        _create_external(environment)
    with connect(address(environment, "owner").conninfo(), autocommit=True) as owner:
        grant_to_app(owner)


def create_embedded(admin: Connection, database: str) -> None:
    """The two roles and one database owned by the owner's role, in a server that trusts its socket."""
    for role in (OWNER_ROLE, APP_ROLE):
        if not _exists(admin, "pg_roles", "rolname", role):
            admin.execute(sql.SQL("CREATE ROLE {} " + _PLAIN).format(sql.Identifier(role)))
    if not _exists(admin, "pg_database", "datname", database):
        admin.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(database), sql.Identifier(OWNER_ROLE))
        )


def grant_to_app(owner: Connection) -> None:
    """The app may use every table the owner makes from now on; append-only ones take rights back in their migration."""
    app = sql.Identifier(APP_ROLE)
    for statement in (
        "GRANT USAGE ON SCHEMA public TO {}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {}",
    ):
        owner.execute(sql.SQL(statement).format(app))


def _create_external(environment: Environment) -> None:
    with connect(address(environment, "owner").conninfo(), autocommit=True) as owner:
        made_before = bool(known_secret(environment.data, APP_PASSWORD))
        if _exists(owner, "pg_roles", "rolname", APP_ROLE):
            if not made_before:
                raise RolesRefused(_FOREIGN_ROLE.format(role=APP_ROLE, path=environment.data / "secret" / APP_PASSWORD))
        else:
            password = sql.Literal(secret(environment.data, APP_PASSWORD))
            owner.execute(
                sql.SQL("CREATE ROLE {} " + _PLAIN + " PASSWORD {}").format(sql.Identifier(APP_ROLE), password)
            )
    _refuse_powerful_app(environment)


_FOREIGN_ROLE = (
    "The database already has a role {role}, and this installation does not know its password: "
    "write the password into {path}, or drop the role."
)


def _refuse_powerful_app(environment: Environment) -> None:
    words = make_conninfo(address(environment, "app").conninfo())
    with connect(words) as app:
        row = app.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user").fetchone()
    if row is None or row[0]:
        raise RolesRefused(
            f"The role {APP_ROLE} may bypass row-level security: ALTER ROLE {APP_ROLE} NOSUPERUSER NOBYPASSRLS."
        )


def _exists(connection: Connection, table: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = {}")
    found = connection.execute(query.format(sql.Identifier(table), sql.Identifier(column), sql.Literal(name)))
    return found.fetchone() is not None
