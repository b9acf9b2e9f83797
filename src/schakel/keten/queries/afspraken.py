"""What was agreed and assigned in the chain, and what is still open."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.keten.models import Agendapunt, Deelafspraak, Opdracht
from schakel.keten.rules import SoortOpdracht, Staat, Vorm, is_in_force, not_in_force


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
    tot: date | None = None


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
            voorlopig_tot=None if _signed(row, op) else row.voorlopig_tot,
            tot=row.tot,
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


def _signed(row: Deelafspraak, op: date) -> bool:
    return row.ondertekend_op is not None and row.ondertekend_op <= op


def list_op_verzoek(*, gemeente: str, op: date) -> list[Afspraak]:
    """Return what partners of a gemeente may see when the newcomer himself asks for it."""
    rows = Deelafspraak.objects.filter(gemeente=gemeente, vorm=Vorm.EIGEN_VERZOEK)
    agreed = [
        one
        for pk in rows.values_list("organisatie", flat=True).distinct()
        for one in list_afspraken(organisatie=pk, op=op)
    ]
    return [one for one in agreed if one.gemeente == gemeente and one.vorm is Vorm.EIGEN_VERZOEK]


def why_not_in_force(*, afspraak: int, op: date) -> str:
    """Return in Dutch why an agreement opens nothing on a day; "" when it is in force."""
    row = Deelafspraak.objects.get(pk=afspraak)
    return not_in_force(
        vorm=Vorm(row.vorm),
        van=row.van,
        tot=row.tot,
        ondertekend_op=row.ondertekend_op,
        voorlopig_tot=row.voorlopig_tot,
        op=op,
    )


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
