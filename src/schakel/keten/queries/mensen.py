"""Gemeenten, organisations, their tasks, and who works for them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from schakel.keten.models import Gemeente, Medewerker, Organisatie, Taak


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeenteRow:
    """A gemeente by CBS code (four digits) with the region it procures in."""

    code: str
    naam: str
    arbeidsmarktregio: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MedewerkerRow:
    """A medewerker with the organisation."""

    id: int
    naam: str
    functie: str
    organisatie: int
    organisatie_naam: str

    @property
    def label(self) -> str:
        """The name by which a person is chosen from a list."""
        return f"{self.naam}, {self.organisatie_naam}"


def list_gemeenten() -> list[GemeenteRow]:
    """Return all gemeenten in their fixed order."""
    return [
        GemeenteRow(code=row.code, naam=row.naam, arbeidsmarktregio=row.arbeidsmarktregio.naam)
        for row in Gemeente.objects.select_related("arbeidsmarktregio")
    ]


def list_medewerkers(*, ids: Iterable[int]) -> dict[int, MedewerkerRow]:
    """Return the medewerkers with these ids, by id."""
    rows = Medewerker.objects.select_related("organisatie").filter(pk__in=set(ids))
    return {row.id: _medewerker(row) for row in rows}


def list_medewerkers_van(*, organisatie: int, op: date) -> list[MedewerkerRow]:
    """Return who works for an organisation on the day `op`, by name."""
    runs = Q(tot=None) | Q(tot__gt=op)
    rows = Medewerker.objects.select_related("organisatie").filter(
        runs, organisatie=organisatie, van__lte=op
    )
    return [_medewerker(row) for row in rows.order_by("naam", "pk")]


def _medewerker(row: Medewerker) -> MedewerkerRow:
    return MedewerkerRow(
        id=row.id,
        naam=row.naam,
        functie=row.functie,
        organisatie=row.organisatie_id,
        organisatie_naam=row.organisatie.naam,
    )


def list_medewerkers_met_taak(
    *, taken: Collection[str], gemeente: str, op: date
) -> list[MedewerkerRow]:
    """Return who works on the day `op` for an organisation that has one of these tasks there.

    :param taken: codes of tasks, of which one is enough
    :param gemeente: CBS code of the gemeente in which the organisation has the task
    :return: by organisation and then by name
    """
    runs = Q(tot=None) | Q(tot__gt=op)
    with_taak = Taak.objects.filter(runs, taak__in=taken, gemeente=gemeente, van__lte=op)
    rows = Medewerker.objects.filter(
        runs, van__lte=op, organisatie__in=with_taak.values("organisatie")
    )
    found = rows.select_related("organisatie").order_by("organisatie__naam", "naam", "pk")
    return [_medewerker(row) for row in found]


def list_organisaties_met_taak(*, taak: str, gemeente: str, op: date) -> dict[int, str]:
    """Return the organisations that have a task in a gemeente on the day `op`: names by id."""
    runs = Taak.objects.filter(Q(tot=None) | Q(tot__gt=op), van__lte=op)
    found = runs.filter(taak=taak, gemeente=gemeente).values("organisatie")
    rows = Organisatie.objects.filter(pk__in=found).order_by("naam", "pk")
    return dict(rows.values_list("pk", "naam"))


def list_organisaties(*, ids: Iterable[int]) -> dict[int, str]:
    """Return the names of these organisations, by id."""
    return dict(Organisatie.objects.filter(pk__in=set(ids)).values_list("pk", "naam"))


def list_taken(*, organisatie: int, op: date) -> frozenset[str]:
    """Return the codes of the tasks that an organisation has anywhere on the day `op`."""
    rows = Taak.objects.filter(organisatie=organisatie, van__lte=op)
    return frozenset(
        rows.filter(Q(tot=None) | Q(tot__gt=op)).values_list("taak", flat=True).distinct()
    )
