"""DOOR: set up the chain. Dated rows, no gebeurtenissen: none of it belongs to a dossier."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.keten.models import (
    Agendapunt,
    Arbeidsmarktregio,
    Deelafspraak,
    Gemeente,
    Medewerker,
    Opdracht,
    Organisatie,
    Taak,
)
from schakel.keten.rules import SoortOpdracht, Staat, Vorm


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelafspraakGegevens:
    """What a sharing agreement says. `tot` and `voorlopig_tot` are exclusive."""

    gemeente: str
    organisatie: int
    taak: str
    doel: str
    grondslag: str
    categorieen: Collection[Gegevenscategorie]
    vorm: Vorm
    van: date
    tot: date | None = None
    ondertekend_op: date | None = None
    voorlopig_tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpdrachtGegevens:
    """What was assigned: by whom, to whom, when, in which words.

    :param precisie: "dag", or "maand" when only the month is known
    :param onder: id of the opdracht that this one falls under, or None for the top of the line
    """

    soort: SoortOpdracht
    gever: str
    nemer: str
    op: date
    tekst: str
    precisie: str = "dag"
    onder: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendapuntGegevens:
    """An open end: what, whose, how far, since when it is named and by when it must be closed."""

    onderwerp: str
    eigenaar: int
    staat: Staat
    genoemd_op: date
    streefdatum: date | None = None
    toelichting: str = ""


@transaction.atomic
def add_gemeente(
    *, actor: Actor, code: str, naam: str, arbeidsmarktregio: str, centrumgemeente: str
) -> str:
    """Add a gemeente and, when it is new, its region. Return the CBS code.

    :raises Refusal: if the code is not four digits
    """
    actor.require(Permission.KETEN_WRITE)
    if len(code) != 4 or not code.isdigit():
        raise Refusal("Een CBS-code heeft vier cijfers, met nullen vooraan.", field="code")
    regio, _ = Arbeidsmarktregio.objects.get_or_create(
        naam=arbeidsmarktregio, defaults={"centrumgemeente": centrumgemeente}
    )
    volgorde = Gemeente.objects.count()
    Gemeente.objects.create(code=code, naam=naam, arbeidsmarktregio=regio, volgorde=volgorde)
    return code


def add_organisatie(*, actor: Actor, naam: str) -> int:
    """Add an organisation and return its id."""
    actor.require(Permission.KETEN_WRITE)
    return Organisatie.objects.create(naam=naam).pk


def assign_taak(
    *, actor: Actor, organisatie: int, gemeente: str, taak: str, van: date, tot: date | None = None
) -> None:
    """Give an organisation a task in a gemeente from `van` up to, and not including, `tot`."""
    actor.require(Permission.KETEN_WRITE)
    Taak.objects.create(
        organisatie_id=organisatie, gemeente_id=gemeente, taak=taak, van=van, tot=tot
    )


def add_medewerker(*, actor: Actor, organisatie: int, naam: str, functie: str, van: date) -> int:
    """Add a medewerker and return the id."""
    actor.require(Permission.KETEN_WRITE)
    row = Medewerker.objects.create(organisatie_id=organisatie, naam=naam, functie=functie, van=van)
    return row.pk


def add_deelafspraak(*, actor: Actor, gegevens: DeelafspraakGegevens) -> int:
    """Add a sharing agreement and return its id.

    :raises Refusal: if it would open health data, which stays inside the college (huis.md 11)
    """
    actor.require(Permission.KETEN_WRITE)
    if Gegevenscategorie.GEZONDHEID in gegevens.categorieen:
        raise Refusal(
            "Gezondheidsgegevens blijven binnen het college. Deel afspraken en belastbaarheid.",
            field="categorieen",
        )
    row = Deelafspraak.objects.create(
        gemeente_id=gegevens.gemeente,
        organisatie_id=gegevens.organisatie,
        taak=gegevens.taak,
        doel=gegevens.doel,
        grondslag=gegevens.grondslag,
        categorieen=sorted(gegevens.categorieen),
        vorm=gegevens.vorm.value,
        van=gegevens.van,
        tot=gegevens.tot,
        ondertekend_op=gegevens.ondertekend_op,
        voorlopig_tot=gegevens.voorlopig_tot,
    )
    return row.pk


def add_opdracht(*, actor: Actor, gegevens: OpdrachtGegevens) -> int:
    """Add a link to the line of assignment and return its id."""
    actor.require(Permission.KETEN_WRITE)
    row = Opdracht.objects.create(
        soort=gegevens.soort.value,
        gever=gegevens.gever,
        nemer=gegevens.nemer,
        op=gegevens.op,
        precisie=gegevens.precisie,
        tekst=gegevens.tekst,
        onder_id=gegevens.onder,
    )
    return row.pk


def add_agendapunt(*, actor: Actor, gegevens: AgendapuntGegevens) -> int:
    """Put an open end on the agenda of the chain and return its id."""
    actor.require(Permission.KETEN_WRITE)
    row = Agendapunt.objects.create(
        onderwerp=gegevens.onderwerp,
        toelichting=gegevens.toelichting,
        eigenaar_id=gegevens.eigenaar,
        staat=gegevens.staat.value,
        genoemd_op=gegevens.genoemd_op,
        streefdatum=gegevens.streefdatum,
    )
    return row.pk
