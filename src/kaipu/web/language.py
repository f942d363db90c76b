"""The reader's language: the first of Accept-Language that Kaipu speaks, else Chinese."""

from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from kaipu.definition.diagnostics import Language


def language_of(request: HttpRequest) -> Language:
    return "en" if get_language_from_request(request).startswith("en") else "zh"
