"""The room as Django knows it."""

from django.apps import AppConfig


class BrievenConfig(AppConfig):
    name = "schakel.brieven"
    label = "brieven"
    default_auto_field = "django.db.models.BigAutoField"
