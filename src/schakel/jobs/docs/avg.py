"""The register of processing, from the markers on the tables."""

from django.apps import apps

from schakel.base.avg import Avg
from schakel.jobs.docs.text import page, table, told

INTRO = """Elke tabel van Schakel zegt zelf waarvoor zij er is en hoe lang zij wordt bewaard; dit
register is daaruit gemaakt (AVG art. 30). Bij ‘bewaren’ betekent *dossier*: verdwijnt met het
dossier. De sessies van wie is ingelogd bewaart Django zelf, in `django_session`; die verlopen na
negen uur."""


def avg() -> str:
    """Return docs/avg.md: each table of ours, its purpose, its retention and its fields."""
    rows = []
    for model in sorted(apps.get_models(), key=lambda one: one._meta.db_table):
        marker = getattr(model, "avg", None)
        if isinstance(marker, Avg):
            fields = ", ".join(f"`{field.name}`" for field in model._meta.concrete_fields)
            what = told(model).split("\n\n")[0]
            rows.append((f"`{model._meta.db_table}`", marker.doel, marker.bewaren, fields, what))
    return page(
        "Register van verwerkingen, per tabel",
        INTRO,
        table(("Tabel", "Doel", "Bewaren", "Velden", "Wat erin staat"), rows),
    )
