"""The members app."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "kaipu.commerce.members"
    label = "members"
