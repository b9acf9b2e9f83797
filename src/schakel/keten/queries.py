"""DOOR: who works in the chain, where, and what was agreed. Nothing here is about a newcomer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.keten.models import Deelafspraak, Gemeente, Medewerker, Organisatie, Taak
from schakel.keten.rules import Vorm as Vorm
from schakel.keten.rules import is_in_force


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """A Deelafspraak that is in force on the day that was asked for."""

    id: int
    gemeente: str
    organisatie: int
    doel: str
    grondslag: str
    vorm: Vorm
    categorieen: frozenset[Gegevenscategorie]
    voorlopig_tot: date | None


def list_gemeenten() -> list[GemeenteRow]:
    """Return all gemeenten in their fixed order."""
    return [
        GemeenteRow(code=row.code, naam=row.naam, arbeidsmarktregio=row.arbeidsmarktregio.naam)
        for row in Gemeente.objects.select_related("arbeidsmarktregio")
    ]


def list_medewerkers(*, ids: Iterable[int]) -> dict[int, MedewerkerRow]:
    """Return the medewerkers with these ids, by id."""
    rows = Medewerker.objects.select_related("organisatie").filter(pk__in=set(ids))
    return {
        row.id: MedewerkerRow(
            id=row.id,
            naam=row.naam,
            functie=row.functie,
            organisatie=row.organisatie_id,
            organisatie_naam=row.organisatie.naam,
        )
        for row in rows
    }


def list_organisaties(*, ids: Iterable[int]) -> dict[int, str]:
    """Return the names of these organisations, by id."""
    return dict(Organisatie.objects.filter(pk__in=set(ids)).values_list("pk", "naam"))


def list_taken(*, organisatie: int, op: date) -> frozenset[str]:
    """Return the codes of the tasks that an organisation has anywhere on the day `op`."""
    rows = Taak.objects.filter(organisatie=organisatie, van__lte=op)
    return frozenset(
        rows.filter(Q(tot=None) | Q(tot__gt=op)).values_list("taak", flat=True).distinct()
    )


def list_afspraken(*, organisatie: int, op: date) -> list[Afspraak]:
    """Return what is agreed with an organisation and in force on the day `op`."""
    return [
        Afspraak(
            id=row.id,
            gemeente=row.gemeente_id,
            organisatie=row.organisatie_id,
            doel=row.doel,
            grondslag=row.grondslag,
            vorm=Vorm(row.vorm),
            categorieen=frozenset(map(Gegevenscategorie, row.categorieen)),
            voorlopig_tot=row.voorlopig_tot,
        )
        for row in Deelafspraak.objects.filter(organisatie=organisatie)
        if is_in_force(
            vorm=Vorm(row.vorm),
            van=row.van,
            tot=row.tot,
            ondertekend_op=row.ondertekend_op,
            voorlopig_tot=row.voorlopig_tot,
            op=op,
        )
    ]
