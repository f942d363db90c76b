"""Turns the environment into the address of the database, for each of its three roles.

admin makes roles and the database (embedded server only), owner owns the tables and migrates, app serves requests and
owns nothing.
"""

from pathlib import Path
from typing import Literal, NamedTuple

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from kaipu.web.database.socket_folder import socket_folder
from kaipu.web.environment import Environment
from kaipu.web.secret import known_secret

Role = Literal["admin", "owner", "app"]

APP_ROLE = "kaipu_app"
OWNER_ROLE = "kaipu_owner"
ADMIN_ROLE = "postgres"
DATABASE = "kaipu"
APP_PASSWORD = "database-app-password"  # noqa: S105 - the name of a secret file, not a secret


class Address(NamedTuple):
    """Connection parameters in libpq's own words."""

    host: str
    port: str
    dbname: str
    user: str
    password: str
    extra: dict[str, str]

    def conninfo(self) -> str:
        words = {
            "host": self.host,
            "port": self.port,
            "dbname": self.dbname,
            "user": self.user,
            "password": self.password,
        }
        return make_conninfo("", **{key: word for key, word in (words | self.extra).items() if word})


def embedded_folder(environment: Environment) -> Path | None:
    """The folder of the embedded server, or None when DATABASE_URL names another one."""
    return None if environment.database_url else environment.data / "postgres"


def address(environment: Environment, role: Role) -> Address:
    folder = embedded_folder(environment)
    return _embedded(folder, role) if folder else _external(environment, role)


def _embedded(folder: Path, role: Role) -> Address:
    user = {"admin": ADMIN_ROLE, "owner": OWNER_ROLE, "app": APP_ROLE}[role]
    return Address(str(socket_folder(folder)), "5432", ADMIN_ROLE if role == "admin" else DATABASE, user, "", {})


def _external(environment: Environment, role: Role) -> Address:
    words = {key: str(word) for key, word in conninfo_to_dict(environment.database_url).items() if word is not None}
    host, port, dbname = words.pop("host", "127.0.0.1"), words.pop("port", "5432"), words.pop("dbname", DATABASE)
    user, password = words.pop("user", ""), words.pop("password", "")
    if role == "app":
        user, password = APP_ROLE, known_secret(environment.data, APP_PASSWORD)
    return Address(host, port, dbname, user, password, words)
