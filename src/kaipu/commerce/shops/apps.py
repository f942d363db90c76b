"""The shops app."""

from django.apps import AppConfig


class ShopsConfig(AppConfig):
    name = "kaipu.commerce.shops"
    label = "shops"
