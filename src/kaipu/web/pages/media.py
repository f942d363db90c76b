"""Pictures that owners uploaded. A file's name is the hash of its content, so that it may be kept for ever."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe


@require_safe
def picture(request: HttpRequest, shop: str, name: str) -> FileResponse:
    """`shop` and `name` have passed the patterns of the address, which leave no way out of the folder."""
    try:
        file = default_storage.open(f"{shop}/{name}")
    except FileNotFoundError as missing:
        raise Http404 from missing
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Cross-Origin-Resource-Policy": "cross-origin"}
    return FileResponse(file, content_type="image/webp", headers=headers)
