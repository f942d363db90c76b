"""The media app."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "kaipu.commerce.media"
    label = "media"
