"""Sends pages and JSON zipped to those who take it. Static files are zipped beforehand, pictures are small already."""

import gzip
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

_TYPES = ("text/html", "application/json")
_SMALLEST_BYTES = 1024
_LEVEL = 5


class Compression:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or response.has_header("Content-Encoding"):
            return response
        if not response.get("Content-Type", "").startswith(_TYPES) or len(response.content) < _SMALLEST_BYTES:
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            response.content = gzip.compress(response.content, _LEVEL, mtime=0)
            response["Content-Encoding"] = "gzip"
            response["Content-Length"] = str(len(response.content))
        return response
