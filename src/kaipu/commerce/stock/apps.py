"""The stock app."""

from django.apps import AppConfig


class StockConfig(AppConfig):
    name = "kaipu.commerce.stock"
    label = "stock"
