"""Under /api/ every error is the envelope, also those that Django or Ninja answer themselves."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kaipu.web.api.failures import status_answer


class ApiEnvelope:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code < 400 or not request.path.startswith("/api/"):
            return response
        if response.get("Content-Type", "").startswith("application/json"):
            return response
        answer = status_answer(request, response.status_code)
        for name in ("Allow", "Retry-After"):
            if name in response:
                answer[name] = response[name]
        return answer
