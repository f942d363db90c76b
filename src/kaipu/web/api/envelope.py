"""The one shape of an error answer: {"code", "message", "fields"?, ...}, in the reader's language."""

from collections.abc import Mapping

from django.http import HttpRequest, JsonResponse

from kaipu.commerce.refusal import Refusal
from kaipu.definition.diagnostics import Parameter, Refused
from kaipu.web.api.texts import text_of
from kaipu.web.language import language_of


def error_answer(request: HttpRequest, code: str, status: int, **params: Parameter) -> JsonResponse:
    return _answer(request, code, status, params, {}, {})


def refusal_answer(request: HttpRequest, refusal: Refusal) -> JsonResponse:
    answer = _answer(request, refusal.code, refusal.status, refusal.params, refusal.fields, refusal.details)
    if refusal.retry_after_s is not None:
        answer["Retry-After"] = str(refusal.retry_after_s)
    return answer


def invalid_answer(request: HttpRequest, fields: Mapping[str, str]) -> JsonResponse:
    return _answer(request, "invalid_request", 422, {}, fields, {})


def refused_answer(request: HttpRequest, refused: Refused) -> JsonResponse:
    """A document or an operation that the definition refuses: the first diagnostic speaks, the fields list all."""
    language = language_of(request)
    first = refused.diagnostics[0]
    fields = {str(diagnostic.where): diagnostic.text(language) for diagnostic in refused.diagnostics[:20]}
    return _json({"code": first.code, "message": first.text(language), "fields": fields}, 422)


def _answer(
    request: HttpRequest,
    code: str,
    status: int,
    params: Mapping[str, Parameter],
    fields: Mapping[str, str],
    details: Mapping[str, object],
) -> JsonResponse:
    body: dict[str, object] = {**details, "code": code, "message": text_of(code, language_of(request), params)}
    if fields:
        body["fields"] = dict(fields)
    return _json(body, status)


def _json(body: Mapping[str, object], status: int) -> JsonResponse:
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
