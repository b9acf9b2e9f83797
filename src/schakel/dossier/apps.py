"""The room as Django knows it."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "schakel.dossier"
    label = "dossier"
    default_auto_field = "django.db.models.BigAutoField"
