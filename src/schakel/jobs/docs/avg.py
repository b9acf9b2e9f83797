"""The register of processing, from the markers on the tables."""

from django.apps import apps

from schakel.base.avg import Avg
from schakel.jobs.docs.text import page, table, told

INTRO = """Elke tabel van Schakel zegt zelf waarvoor zij er is en hoe lang zij wordt bewaard; dit
register is daaruit gemaakt (AVG art. 30). Bij ‘bewaren’ betekent *dossier*: verdwijnt met het
dossier. De sessies van wie is ingelogd bewaart Django zelf, in `django_session`; die verlopen na
hooguit negen uur. Waarmee iemand de tweede stap doet, bewaart django-allauth, in
`mfa_authenticator`: versleuteld, tot iemand het verwijdert of het account verdwijnt. De andere
tabellen van allauth (`account_…`, `socialaccount_…`) blijven leeg. De *categorie*
bepaalt wie de velden mag zien; een veld met een andere categorie noemt
die zelf."""
PER_REGEL = {
    "kind": "per soort gebeurtenis",
    "gegevenscategorie": "per toelichting",
    "categorieen": "per brief",
}


def avg() -> str:
    """Return docs/avg.md: each table of ours, its purpose, its retention and its fields."""
    rows = []
    for model in sorted(apps.get_models(), key=lambda one: one._meta.db_table):
        marker = getattr(model, "avg", None)
        if isinstance(marker, Avg):
            fields = ", ".join(_veld(marker, field.name) for field in model._meta.concrete_fields)
            what = told(model).split("\n\n")[0]
            opens = (
                marker.categorie.label if marker.categorie else PER_REGEL.get(marker.per_regel, "")
            )
            name = f"`{model._meta.db_table}`"
            rows.append((name, marker.doel, marker.bewaren, opens, fields, what))
    return page(
        "Register van verwerkingen, per tabel",
        INTRO,
        table(("Tabel", "Doel", "Bewaren", "Categorie", "Velden", "Wat erin staat"), rows),
    )


def _veld(marker: Avg, naam: str) -> str:
    """Return a field, with its category where that is not the one of the table."""
    own = marker.velden.get(naam)
    return f"`{naam}` ({own.label})" if own else f"`{naam}`"
