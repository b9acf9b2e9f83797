"""The room as Django knows it."""

from django.apps import AppConfig


class TrajectConfig(AppConfig):
    name = "schakel.traject"
    label = "traject"
    default_auto_field = "django.db.models.BigAutoField"
