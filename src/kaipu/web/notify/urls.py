"""/notify/<gateway>/<shop's slug>, one address for every gateway there is."""

from django.urls import URLPattern, path

from kaipu.web.notify.notice import notice

urlpatterns: list[URLPattern] = [path("<slug:kind>/<slug:slug>", notice)]
