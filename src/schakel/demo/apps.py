"""The room as Django knows it."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "schakel.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"
