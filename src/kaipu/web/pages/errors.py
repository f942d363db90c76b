"""What a person or a program sees at an address where nothing is, or when something broke outside the API."""

from django.http import HttpRequest, HttpResponse
from django.utils.html import escape

from kaipu.web.api.failures import fault_answer, status_answer
from kaipu.web.api.texts import text_of
from kaipu.web.language import language_of


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 404, "not_found")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 400, "unreadable_request")


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    return _answer(request, 403, "forbidden")


def fault(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return fault_answer(request)
    return error_page(request, 500, "server_fault", request_id=str(getattr(request, "request_id", "")))


def error_page(request: HttpRequest, status: int, code: str, **params: str) -> HttpResponse:
    """One sentence on a page that needs no other file."""
    language = language_of(request)
    text = escape(text_of(code, language, params))
    html = (
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>Kaipu</title><main><h1>Kaipu 开铺</h1><p role="alert">{text}</p></main></html>'
    )
    return HttpResponse(html, status=status)


def _answer(request: HttpRequest, status: int, code: str) -> HttpResponse:
    return status_answer(request, status) if request.path.startswith("/api/") else error_page(request, status, code)
