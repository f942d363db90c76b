"""The publishing app."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "kaipu.commerce.publishing"
    label = "publishing"
