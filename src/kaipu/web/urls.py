"""Which address is answered by what."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from kaipu.web.api.api import owner, shopper
from kaipu.web.health import healthz
from kaipu.web.pages.codes import code_picture
from kaipu.web.pages.media import picture
from kaipu.web.pages.shop import shop_page, shop_root
from kaipu.web.pages.studio import studio_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/shop/", shopper.urls),
    path("api/owner/", owner.urls),
    path("s/<slug:slug>", shop_root),
    path("s/<slug:slug>/code.svg", code_picture),
    path("s/<slug:slug>/", shop_page, {"path": ""}),
    path("s/<slug:slug>/<path:path>", shop_page),
    path("studio/", studio_page),
    path("studio/<path:path>", studio_page),
    re_path(r"^media/(?P<shop>[0-9a-f-]{36})/(?P<name>[0-9a-f]{32}-[0-9]{1,4}\.webp)$", picture),
    path("notify/", include("kaipu.web.notify.urls")),
    path("healthz", healthz),
]

handler400 = "kaipu.web.pages.errors.bad_request"
handler403 = "kaipu.web.pages.errors.forbidden"
handler404 = "kaipu.web.pages.errors.not_found"
handler500 = "kaipu.web.pages.errors.fault"
