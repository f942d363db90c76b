"""The plainest answer that the same server and the same framework can give: what a release's rate is compared with."""

from __future__ import annotations

import sys

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server


def hello(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"hello": "world"}, headers={"Content-Length": "18"})


urlpatterns = [path("hello", hello)]


def _load(*_: object) -> WSGIHandler:
    return get_wsgi_application()


if __name__ == "__main__":
    settings.configure(
        ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], SECRET_KEY="bench", LOGGING_CONFIG=None
    )
    Server(
        "bench.hello",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=int(sys.argv[2]),
        blocking_threads=8,
        backlog=1024,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve(target_loader=_load, wrap_loader=False)
