"""The room as Django knows it."""

from django.apps import AppConfig


class KetenConfig(AppConfig):
    name = "schakel.keten"
    label = "keten"
    default_auto_field = "django.db.models.BigAutoField"
