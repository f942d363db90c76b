"""What becomes of an exception that a route raises: the error envelope, never a trace."""

import logging
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from kaipu.commerce.refusal import Refusal
from kaipu.commerce.shops.contention import asks_for_retry
from kaipu.definition.diagnostics import Refused
from kaipu.web.api.envelope import error_answer, invalid_answer, refusal_answer, refused_answer
from kaipu.web.api.fields import field_texts
from kaipu.web.body_limits import SMALL_BODY_MB
from kaipu.web.language import language_of

_log = logging.getLogger("kaipu.web")

_HTTP_CODES = {
    400: "unreadable_request",
    401: "sign_in_needed",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    429: "too_many_requests",
}


def handle_failures(api: NinjaAPI) -> None:
    """Every exception class that a route can meet; the most exact class wins."""
    handlers: dict[type[Exception], Callable[[HttpRequest, Exception], HttpResponse]] = {
        Refusal: _refusal,
        Refused: _refused,
        ValidationError: _invalid,
        HttpError: _http,
        Http404: lambda request, _: error_answer(request, "not_found", 404),
        RequestDataTooBig: lambda request, _: error_answer(request, "request_too_large", 413, limit_mb=SMALL_BODY_MB),
        SuspiciousOperation: lambda request, _: error_answer(request, "unreadable_request", 400),
        OperationalError: _database,
        InterfaceError: _database,
        Exception: _fault,
    }
    for kind, handler in handlers.items():
        api.exception_handler(kind)(handler)


def fault_answer(request: HttpRequest) -> HttpResponse:
    return error_answer(request, "server_fault", 500, request_id=getattr(request, "request_id", ""))


def status_answer(request: HttpRequest, status: int) -> HttpResponse:
    """The envelope for a status that Django or Ninja chose by itself."""
    return error_answer(request, _HTTP_CODES.get(status, "unreadable_request"), status)


def _refusal(request: HttpRequest, error: Exception) -> HttpResponse:
    assert isinstance(error, Refusal)  # noqa: S101 - for the type checker
    return refusal_answer(request, error)


def _refused(request: HttpRequest, error: Exception) -> HttpResponse:
    assert isinstance(error, Refused)  # noqa: S101 - for the type checker
    return refused_answer(request, error)


def _invalid(request: HttpRequest, error: Exception) -> HttpResponse:
    assert isinstance(error, ValidationError)  # noqa: S101 - for the type checker
    return invalid_answer(request, field_texts(error.errors, language_of(request)))


def _http(request: HttpRequest, error: Exception) -> HttpResponse:
    assert isinstance(error, HttpError)  # noqa: S101 - for the type checker
    return status_answer(request, error.status_code)


def _database(request: HttpRequest, error: Exception) -> HttpResponse:
    if asks_for_retry(error):
        raise error  # the transaction around the route starts anew
    _log.error("database unavailable: %s", type(error).__name__, exc_info=error)
    answer = error_answer(request, "database_unavailable", 503)
    answer["Retry-After"] = "2"
    return answer


def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    _log.error("fault in %s %s", request.method, request.path, exc_info=error)
    return fault_answer(request)
