"""Gives each request a number and one line in the log: method, path, status, time. No query, header or body."""

import logging
import secrets
import time
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

_log = logging.getLogger("kaipu.request")


class RequestLog:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request_id = secrets.token_hex(8)
        request.request_id = request_id  # type: ignore[attr-defined]  # for the error answer and the page of a fault
        started = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-Id"] = request_id
        duration_ms = (time.perf_counter() - started) * 1000
        _log.info("%s %s %s %d %.1f ms", request_id, request.method, request.path, response.status_code, duration_ms)
        return response
