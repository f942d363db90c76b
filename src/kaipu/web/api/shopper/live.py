"""What the shop shows at the moment: the release that is live, and what the shop says about itself."""

from django.http import HttpResponse
from ninja import Router
from pydantic import BaseModel, JsonValue

from kaipu.definition import ShopInformation
from kaipu.web.api.requests import ShopRequest
from kaipu.web.api.scope import own_scope
from kaipu.web.live import live_of

router = Router()


class LiveRelease(BaseModel):
    number: int
    sha256: str
    definition: dict[str, JsonValue]
    shop: ShopInformation


@router.get("live", response={200: LiveRelease, 304: None}, auth=None)
@own_scope
def read_release(request: ShopRequest) -> HttpResponse:
    """With If-None-Match it answers 304 as long as nothing has changed. A change shows within a second."""
    live = live_of(request.slug)
    if live.etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(live.zipped, content_type="application/json", headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(live.body, content_type="application/json")
    response["ETag"] = live.etag
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept-Encoding"
    return response
