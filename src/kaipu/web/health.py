"""GET /healthz: what runs here and whether its database answers. Tells versions and states, nothing of any shop."""

import platform

import django
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from kaipu import __version__


@require_GET
def healthz(request: HttpRequest) -> JsonResponse:
    database = _database()
    healthy = database["state"] == "ok"
    body = {
        "status": "ok" if healthy else "unavailable",
        "versions": {"kaipu": __version__, "python": platform.python_version(), "django": django.__version__},
        "database": database,
    }
    return JsonResponse(body, status=200 if healthy else 503, headers={"Cache-Control": "no-store"})


def _database() -> dict[str, str]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('server_version'), pg_is_in_recovery()")
            version, in_recovery = cursor.fetchone()
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return {"state": "unreachable"}
    state = "read-only" if in_recovery else "migrations missing" if missing else "ok"
    return {"state": state, "version": str(version).split(" ", 1)[0]}
