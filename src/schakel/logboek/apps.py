"""The room as Django knows it."""

from django.apps import AppConfig


class LogboekConfig(AppConfig):
    name = "schakel.logboek"
    label = "logboek"
    default_auto_field = "django.db.models.BigAutoField"
