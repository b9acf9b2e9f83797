"""DOOR: who works in the chain, where, and what was agreed. Nothing here is about a newcomer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.keten.models import (
    Agendapunt,
    Deelafspraak,
    Gemeente,
    Medewerker,
    Opdracht,
    Organisatie,
    Taak,
)
from schakel.keten.rules import SoortOpdracht as SoortOpdracht
from schakel.keten.rules import Staat as Staat
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
    return {row.id: _medewerker(row) for row in rows}


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OpdrachtView:
    """A link in the line of assignment; `onder` is the soort of the one above it, or ""."""

    soort: SoortOpdracht
    gever: str
    nemer: str
    op: date
    precisie: str
    tekst: str
    onder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntView:
    """An open end of the chain."""

    onderwerp: str
    toelichting: str
    eigenaar: str
    staat: Staat
    genoemd_op: date
    streefdatum: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelafspraakView:
    """A sharing agreement as people read it, and whether it opens anything on the day asked."""

    gemeente: str
    organisatie: str
    doel: str
    grondslag: str
    vorm: Vorm
    categorieen: list[str]
    van: date
    tot: date | None
    ondertekend_op: date | None
    voorlopig_tot: date | None
    geldt: bool


def list_opdrachten(*, actor: Actor) -> list[OpdrachtView]:
    """Return the line of assignment, the oldest first."""
    actor.require(Permission.KETEN_READ)
    return [
        OpdrachtView(
            soort=SoortOpdracht(row.soort),
            gever=row.gever,
            nemer=row.nemer,
            op=row.op,
            precisie=row.precisie,
            tekst=row.tekst,
            onder=row.onder.soort if row.onder else "",
        )
        for row in Opdracht.objects.select_related("onder").order_by("op", "pk")
    ]


def list_agendapunten(*, actor: Actor) -> list[AgendapuntView]:
    """Return the open ends of the chain, the nearest target first."""
    actor.require(Permission.KETEN_READ)
    rows = Agendapunt.objects.select_related("eigenaar")
    return [
        AgendapuntView(
            onderwerp=row.onderwerp,
            toelichting=row.toelichting,
            eigenaar=row.eigenaar.naam,
            staat=Staat(row.staat),
            genoemd_op=row.genoemd_op,
            streefdatum=row.streefdatum,
        )
        for row in rows.order_by(F("streefdatum").asc(nulls_last=True), "pk")
    ]


def list_deelafspraken(*, actor: Actor) -> list[DeelafspraakView]:
    """Return every sharing agreement of the gemeenten in reach, in force or not."""
    actor.require(Permission.KETEN_READ)
    rows = Deelafspraak.objects.filter(gemeente__in=actor.gemeenten)
    return [
        DeelafspraakView(
            gemeente=row.gemeente.naam,
            organisatie=row.organisatie.naam,
            doel=row.doel,
            grondslag=row.grondslag,
            vorm=Vorm(row.vorm),
            categorieen=[Gegevenscategorie(one).label for one in row.categorieen],
            van=row.van,
            tot=row.tot,
            ondertekend_op=row.ondertekend_op,
            voorlopig_tot=row.voorlopig_tot,
            geldt=is_in_force(
                vorm=Vorm(row.vorm),
                van=row.van,
                tot=row.tot,
                ondertekend_op=row.ondertekend_op,
                voorlopig_tot=row.voorlopig_tot,
                op=actor.op,
            ),
        )
        for row in rows.select_related("gemeente", "organisatie").order_by("pk")
    ]
