"""Brings the database to where the code expects it: roles, migrations, jobs that a killed worker left behind."""

import os
from datetime import timedelta

import psycopg

from kaipu.web.database.address import Role, address, embedded_folder
from kaipu.web.database.roles import RolesRefused, prepare_roles
from kaipu.web.environment import Environment

# With a database of one's own there may be workers elsewhere: only what nobody can still be doing is taken back.
_ABANDONED_AFTER = timedelta(minutes=30)
_RESULTS_KEPT = timedelta(days=14)


class DatabaseFailed(Exception):
    """The database cannot be used; the text says why in a sentence."""


def prepare_database(environment: Environment) -> bool:
    """Idempotent. Returns whether there was anything to migrate. Afterwards we are connected as the app."""
    try:
        return _prepare(environment)
    except (RolesRefused, psycopg.Error) as failed:
        raise DatabaseFailed(str(failed).strip()) from failed


def _prepare(environment: Environment) -> bool:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kaipu.web.settings")
    import django
    from django.core.management import call_command
    from django.db import connection

    prepare_roles(environment)
    django.setup()
    migrated = not _is_migrated()
    if migrated:
        _connect_as(environment, "owner")
        call_command("migrate", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute("REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM kaipu_app")
        _connect_as(environment, "app")
    _take_back_jobs(environment)
    _forget_the_past()
    return migrated


def disconnect() -> None:
    """Before a fork, and before the database is stopped: no connection may be shared or left open."""
    from django.db import connections

    connections.close_all()


def _connect_as(environment: Environment, role: Role) -> None:
    """From now on this process talks to the database in this role."""
    from django.db import connection

    disconnect()
    where = address(environment, role)
    connection.settings_dict["USER"] = where.user
    connection.settings_dict["PASSWORD"] = where.password
    connection.settings_dict["NAME"] = where.dbname


def _is_migrated() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _take_back_jobs(environment: Environment) -> None:
    """A job that a killed worker had begun is ready again: jobs run at least once and are written to bear it."""
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    begun = DBTaskResult.objects.filter(status="RUNNING")
    if not embedded_folder(environment):
        begun = begun.filter(started_at__lt=timezone.now() - _ABANDONED_AFTER)
    begun.update(status="READY", started_at=None)


def _forget_the_past() -> None:
    """What nobody asks for again: the results of old jobs, and sessions that have run out."""
    from django.contrib.sessions.models import Session
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    now = timezone.now()
    DBTaskResult.objects.filter(finished_at__lt=now - _RESULTS_KEPT).delete()
    Session.objects.filter(expire_date__lt=now).delete()
