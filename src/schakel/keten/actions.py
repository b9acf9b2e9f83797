"""DOOR: set up the chain. Dated rows, no gebeurtenissen: none of it belongs to a dossier."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.keten.models import (
    Agendapunt,
    Arbeidsmarktregio,
    Bevoegdheid,
    Deelafspraak,
    Gemeente,
    Medewerker,
    Opdracht,
    Organisatie,
    Taak,
)
from schakel.keten.rules import BevoegdheidGegevens as BevoegdheidGegevens
from schakel.keten.rules import (
    SoortOpdracht,
    Staat,
    Vorm,
    require_complete_bevoegdheid,
)
from schakel.wet.datum import dutch_date


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


@transaction.atomic
def add_bevoegdheid(*, actor: Actor, gegevens: BevoegdheidGegevens) -> int:
    """Write in the register who may take a sort of decision for a gemeente. Return the id.

    :raises Refusal: if something is missing, the gemeente is not in reach, or another row of this
        gemeente and sort runs on one of these days
    """
    actor.require(Permission.KETEN_WRITE)
    require_complete_bevoegdheid(gegevens)
    _require_in_reach(actor, gegevens.gemeente)
    _require_free(gegevens.gemeente, gegevens.soort.value, van=gegevens.van, tot=gegevens.tot)
    row = Bevoegdheid.objects.create(
        gemeente_id=gegevens.gemeente,
        soort=gegevens.soort.value,
        grondslag=gegevens.grondslag.value,
        orgaan=gegevens.orgaan,
        namens=gegevens.namens,
        ondertekenaar=gegevens.ondertekenaar,
        functie=gegevens.functie,
        organisatie=gegevens.organisatie,
        bezwaar_bij=gegevens.bezwaar_bij,
        bezwaar_adres="\n".join(gegevens.bezwaar_adres),
        rechtbank=gegevens.rechtbank,
        van=gegevens.van,
        tot=gegevens.tot,
        bron=gegevens.bron,
    )
    return row.pk


@transaction.atomic
def end_bevoegdheid(*, actor: Actor, id: int, tot: date) -> None:
    """Let a row of the register run up to, and not including, `tot`.

    An end that was set before may be moved, as long as the row stays clear of the next one.

    :raises Refusal: if there is no such row in reach, or it would end before it starts or overlap
    """
    actor.require(Permission.KETEN_WRITE)
    row = Bevoegdheid.objects.filter(pk=id).first()
    if row is None:
        raise Refusal("Deze bevoegdheid is er niet (meer). Kies er een uit het register.")
    _require_in_reach(actor, row.gemeente_id)
    if tot <= row.van:
        raise Refusal(
            f"Deze bevoegdheid begint op {dutch_date(row.van)} en geldt ten minste die dag. "
            "Kies een latere dag.",
            field="tot",
        )
    _require_free(row.gemeente_id, row.soort, van=row.van, tot=tot, but=id)
    Bevoegdheid.objects.filter(pk=id).update(tot=tot)


def _require_in_reach(actor: Actor, gemeente: str) -> None:
    """Lock the gemeente for this deed, so that two at the same time see each other's row."""
    if actor.medewerker is not None and gemeente not in actor.gemeenten:
        raise Refusal("Deze gemeente valt buiten uw bereik. Kies een andere.", field="gemeente")
    if not Gemeente.objects.select_for_update().filter(pk=gemeente).exists():
        raise Refusal("Deze gemeente is niet bekend. Kies er een uit de lijst.", field="gemeente")


def _require_free(
    gemeente: str, soort: str, *, van: date, tot: date | None, but: int | None = None
) -> None:
    there = Bevoegdheid.objects.filter(Q(tot=None) | Q(tot__gt=van), gemeente=gemeente, soort=soort)
    if tot is not None:
        there = there.filter(van__lt=tot)
    if but is not None:
        there = there.exclude(pk=but)
    row = there.order_by("van").first()
    if row is not None:
        until = "" if row.tot is None else f" tot {dutch_date(row.tot)}"
        raise Refusal(
            f"In het register staat al {row.ondertekenaar}, vanaf {dutch_date(row.van)}{until}. "
            "Beëindig die regel eerst, of kies andere dagen.",
            field="van" if but is None else "tot",
        )
