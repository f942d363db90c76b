"""The owner's studio: one page, whose script reads the rest of the address. What stands behind a # no server sees."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kaipu.web.pages.errors import error_page

_INDEX = Path(__file__).parent.parent / "static" / "studio" / "index.html"


@require_safe
def studio_page(request: HttpRequest, path: str = "") -> HttpResponse:
    try:
        html = _INDEX.read_text(encoding="utf-8")
    except FileNotFoundError:
        return error_page(request, 503, "bundles_missing")
    return HttpResponse(html, headers={"Cache-Control": "no-cache"})
