"""For commands that need the database whether or not `kaipu up` runs: uses the server that is there or runs one."""

from collections.abc import Iterator
from contextlib import contextmanager

from kaipu.cli.data_lock import data_lock
from kaipu.cli.failure import Failure
from kaipu.web.database.address import embedded_folder
from kaipu.web.database.embedded import EmbeddedPostgres, PostgresFailed
from kaipu.web.database.prepare import DatabaseFailed, disconnect, prepare_database
from kaipu.web.environment import Environment


@contextmanager
def running_database(environment: Environment) -> Iterator[None]:
    """The database answers and is migrated while this is open."""
    folder = embedded_folder(environment)
    server = EmbeddedPostgres(folder, log=environment.data / "logs" / "postgres.log") if folder else None
    if server is None:
        _prepare(environment)
        yield
    elif server.pid() is not None and server.answers():
        yield
    else:
        with _own(server, environment):
            yield


@contextmanager
def _own(server: EmbeddedPostgres, environment: Environment) -> Iterator[None]:
    with data_lock(environment.data) as ours:
        if not ours:
            raise Failure("data_in_use", data=environment.data)
        try:
            server.start()
            _prepare(environment)
            yield
        except PostgresFailed as failed:
            raise Failure("database_failed", reason=failed) from failed
        finally:
            disconnect()
            server.stop()


def _prepare(environment: Environment) -> None:
    try:
        prepare_database(environment)
    except DatabaseFailed as failed:
        raise Failure("database_failed", reason=failed) from failed
