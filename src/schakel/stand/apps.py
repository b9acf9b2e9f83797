"""The room as Django knows it."""

from django.apps import AppConfig


class StandConfig(AppConfig):
    name = "schakel.stand"
    label = "stand"
    default_auto_field = "django.db.models.BigAutoField"
