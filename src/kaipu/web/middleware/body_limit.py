"""Refuses a request whose body is announced too large, before anything of it is read."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kaipu.web.api.envelope import error_answer
from kaipu.web.body_limits import SMALL_BODY_MB, UPLOAD_MB


class BodyLimit:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        limit_mb = UPLOAD_MB if request.content_type == "multipart/form-data" else SMALL_BODY_MB
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if not announced.isdigit():
            return error_answer(request, "unreadable_request", 400)
        if int(announced) > limit_mb * 1024 * 1024:
            return error_answer(request, "request_too_large", 413, limit_mb=limit_mb)
        return self.get_response(request)
