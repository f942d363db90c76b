"""The payments app."""

from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "kaipu.commerce.payments"
    label = "payments"
