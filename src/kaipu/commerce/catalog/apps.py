"""The catalog app."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "kaipu.commerce.catalog"
    label = "catalog"
