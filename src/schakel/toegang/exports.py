"""DOOR: which lists left the house as a file, and by whom. Not what stood in them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.tijd import AMSTERDAM
from schakel.keten.queries import list_medewerkers, list_organisaties
from schakel.toegang.models import Export


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView:
    """A list that was exported, for who watches over that.

    :param keuze: the filter in words, without a name or number of a person
    :param dossiers: how many dossiers were in it
    """

    op: datetime
    naam: str
    organisatie: str
    lijst: str
    keuze: str
    formaat: str
    regels: int
    dossiers: int
    persoonsgegevens: bool


def list_exports(*, actor: Actor, start: int = 0, limit: int = 50) -> list[ExportView]:
    """Return the lists that were exported about the gemeenten in reach, the newest first."""
    rows = list(_visible_to(actor).order_by("-op", "-pk")[start : start + limit])
    mensen = list_medewerkers(ids={row.medewerker for row in rows if row.medewerker})
    namen = list_organisaties(ids={row.organisatie for row in rows if row.organisatie})
    return [
        ExportView(
            op=row.op.astimezone(AMSTERDAM),
            naam=mensen[row.medewerker].naam if row.medewerker in mensen else "onbekend",
            organisatie=namen.get(row.organisatie or 0, ""),
            lijst=row.lijst,
            keuze=row.keuze,
            formaat=row.formaat,
            regels=row.regels,
            dossiers=row.dossiers,
            persoonsgegevens=row.persoonsgegevens,
        )
        for row in rows
    ]


def count_exports(*, actor: Actor) -> int:
    """Return how many lists were exported about the gemeenten in reach."""
    return _visible_to(actor).count()


def _visible_to(actor: Actor) -> QuerySet[Export]:
    """Return what an actor may know of; between the codes stands a space, so none runs into two."""
    actor.require(Permission.INZAGE_READ)
    touched = Q(pk__in=[])
    for code in sorted(actor.gemeenten):
        touched |= Q(gemeenten__contains=code)
    return Export.objects.filter(touched)
