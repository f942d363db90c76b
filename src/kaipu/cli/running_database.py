"""For commands that need the database whether or not `kaipu up` runs: uses the server that is there or runs one."""

from collections.abc import Iterator
from contextlib import contextmanager

from kaipu.cli.data_lock import data_lock
from kaipu.cli.failure import Failure
from kaipu.web.database.address import embedded_folder
from kaipu.web.database.embedded import EmbeddedPostgres
from kaipu.web.database.prepare import prepare_database
from kaipu.web.environment import Environment


@contextmanager
def running_database(environment: Environment) -> Iterator[None]:
    """The database answers and is migrated while this is open."""
    folder = embedded_folder(environment)
    if folder is None:
        prepare_database(environment)
        yield
        return
    server = EmbeddedPostgres(folder)
    if server.pid() is not None and server.answers():
        yield
        return
    with data_lock(environment.data) as ours:
        if not ours:
            raise Failure("data_in_use", data=environment.data)
        server.start()
        try:
            prepare_database(environment)
            yield
        finally:
            server.stop()
