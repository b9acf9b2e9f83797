"""The room as Django knows it."""

from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "schakel.toegang"
    label = "toegang"
    default_auto_field = "django.db.models.BigAutoField"
