"""Which address is answered by what."""

from django.urls import URLPattern, URLResolver, include, path

from kaipu.web.api.api import owner, shopper
from kaipu.web.health import healthz

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/shop/", shopper.urls),
    path("api/owner/", owner.urls),
    path("notify/", include("kaipu.web.notify.urls")),
    path("healthz", healthz),
]

handler400 = "kaipu.web.pages.errors.bad_request"
handler403 = "kaipu.web.pages.errors.forbidden"
handler404 = "kaipu.web.pages.errors.not_found"
handler500 = "kaipu.web.pages.errors.fault"
