"""What is to be done this morning, by whom, in the order in which a person takes it up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.functions import RowNumber

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.queries import DossierRow, Zicht, list_dossiers, opened_to
from schakel.traject.models import Concept, Voornemen, Werkpunt
from schakel.traject.rules.werk import AanZet as AanZet
from schakel.traject.rules.werk import Handeling as Handeling

NABELLEN_NA_DAGEN = 14
"""After how many days without an answer someone is called: a choice of ours, not a term of law."""

PER_GROEP = 50


class Groep(StrEnum):
    """The five groups, in the order of the morning, and what sleeps until a later day."""

    VANDAAG = "vandaag"
    DOEN = "doen"
    BESLISSEN = "beslissen"
    WACHTEN = "wachten"
    OVER = "over"
    SLAPEND = "slapend"


class Wie(StrEnum):
    """Whose work."""

    MIJN = "mijn"
    TEAM = "team"
    NIEMAND = "niemand"


BESLISSINGEN = (Handeling.PIP_OPSTELLEN,)
VAN_PARTNERS = (Handeling.GESPREK, Handeling.PIP_MEELEZEN)
"""What a partner has work of: talks to take part in, and a concept to read along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoornemenView:
    """When someone takes it up, and how."""

    op: date
    plan: str
    medewerker: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkregel:
    """One point of work in a dossier in sight.

    :param op: day of the appointment that it is about, or None
    :param uiterlijk: last day of the term that it serves, or None
    """

    dossier: DossierRow
    handeling: Handeling
    aan_zet: AanZet
    sinds: date
    op: date | None
    uiterlijk: date | None
    voornemen: VoornemenView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepstand:
    """How many points a group has, and the first of them."""

    aantal: int = 0
    regels: Sequence[Werkregel] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkvoorraad:
    """The groups, each with what is in it."""

    groepen: Mapping[Groep, Groepstand]


def get_werkvoorraad(
    *, actor: Actor, wie: Wie, op: date, gemeente: str = "", limit: int = PER_GROEP
) -> Werkvoorraad:
    """Return the work of the day `op` in the dossiers in sight, and note the look at each.

    :param wie: whose: of a partner always what is his
    :param gemeente: CBS code, or "" for all in reach
    :param limit: how many points of each group are handed out
    """
    rows = list(
        _grouped(_punten(actor, wie, gemeente), op, actor)
        .annotate(
            plaats=Window(
                RowNumber(),
                partition_by=F("groep"),
                order_by=[F("uiterlijk").asc(nulls_last=True), F("sinds").asc(), F("pk").asc()],
            ),
            aantal=Window(Count("pk"), partition_by=F("groep")),
        )
        .filter(plaats__lte=limit)
        .values("dossier", "handeling", "aan_zet", "sinds", "op", "uiterlijk", "groep", "aantal")
        .order_by("plaats")
    )
    aantal = {row["groep"]: row["aantal"] for row in rows}
    regels = _regels(actor, rows)
    found = {}
    for groep in Groep:
        mine = [row for row in rows if row["groep"] == groep.value]
        found[groep] = Groepstand(
            aantal=aantal.get(groep.value, 0),
            regels=[regels[_key(row)] for row in mine if _key(row) in regels],
        )
    return Werkvoorraad(groepen=found)


def get_werkregel(*, actor: Actor, zicht: Zicht, handeling: Handeling) -> Werkregel | None:
    """Return one point of work in a dossier in sight, or None when it is done.

    Of a partner only what is in his own list.
    """
    punten = Werkpunt.objects.filter(dossier=zicht.id, handeling=handeling.value)
    rows = _within(actor, punten)
    found = _regels(
        actor, list(rows.values("dossier", "handeling", "aan_zet", "sinds", "op", "uiterlijk"))
    )
    return next(iter(found.values()), None)


def _punten(actor: Actor, wie: Wie, gemeente: str) -> QuerySet[Werkpunt]:
    dossiers = opened_to(actor, Gegevenscategorie.VOORTGANG).filter(closed_on=None)
    if gemeente:
        dossiers = dossiers.filter(gemeente=gemeente)
    if actor.may(Permission.DOSSIER_READ):
        if wie is Wie.MIJN:
            dossiers = dossiers.filter(casusregisseur=actor.medewerker)
        elif wie is Wie.NIEMAND:
            dossiers = dossiers.filter(casusregisseur=None)
    return _within(actor, Werkpunt.objects.filter(dossier__in=dossiers))


def _within(actor: Actor, punten: QuerySet[Werkpunt]) -> QuerySet[Werkpunt]:
    """Return which of these points are work of this actor: of a partner only what is his."""
    if actor.may(Permission.DOSSIER_READ):
        return punten
    asked = Concept.objects.filter(voorgelegd_aan=actor.medewerker).values("dossier")
    his = punten.filter(handeling__in=VAN_PARTNERS)
    return his.exclude(~Q(dossier__in=asked), handeling=Handeling.PIP_MEELEZEN)


def _grouped(punten: QuerySet[Werkpunt], op: date, actor: Actor) -> QuerySet[Any]:
    """Add to each point its group on the day `op`; what sleeps is a group of its own.

    What the gemeente plans, and whether it is late, is no matter of a partner.
    """
    if not actor.may(Permission.DOSSIER_READ):
        return _of_partner(punten, op)
    plans = Voornemen.objects.filter(
        dossier=OuterRef("dossier"),
        handeling=OuterRef("handeling"),
        gemaakt_op__gte=OuterRef("sinds"),
    )
    late = Q(uiterlijk__lt=op) & ~Q(Exists(plans.filter(op__lte=op)))
    passed = Q(op__lt=op) | Q(aan_zet=AanZet.WIJ)
    decide = Q(handeling__in=BESLISSINGEN) | Q(handeling=Handeling.OPROEP) & passed
    silent = Q(handeling=Handeling.REACTIE, sinds__lte=op - timedelta(days=NABELLEN_NA_DAGEN))
    ours = Q(aan_zet=AanZet.WIJ) | Q(op__lt=op) | silent
    return punten.annotate(
        groep=Case(
            When(~Q(handeling=Handeling.OPROEP) & Q(op=op), then=Value(Groep.VANDAAG.value)),
            When(late, then=Value(Groep.OVER.value)),
            When(Exists(plans.filter(op__gt=op)), then=Value(Groep.SLAPEND.value)),
            When(decide, then=Value(Groep.BESLISSEN.value)),
            When(ours, then=Value(Groep.DOEN.value)),
            default=Value(Groep.WACHTEN.value),
        ),
    )


def _of_partner(punten: QuerySet[Werkpunt], op: date) -> QuerySet[Any]:
    return punten.annotate(
        groep=Case(
            When(op=op, then=Value(Groep.VANDAAG.value)),
            When(handeling=Handeling.PIP_MEELEZEN, then=Value(Groep.DOEN.value)),
            default=Value(Groep.WACHTEN.value),
        ),
    )


def _key(row: Mapping[str, Any]) -> tuple[int, str]:
    return row["dossier"], row["handeling"]


def _regels(actor: Actor, rows: Sequence[Mapping[str, Any]]) -> dict[tuple[int, str], Werkregel]:
    """Return the lines of these points; one whose category is closed is left out."""
    ids = sorted({row["dossier"] for row in rows})
    found = {
        one.zicht.id: one
        for one in list_dossiers(actor=actor, ids=ids, limit=len(ids), question="werkvoorraad")
        if one.zicht.opens(Gegevenscategorie.VOORTGANG)
    }
    plans = _plans(ids) if actor.may(Permission.DOSSIER_READ) else {}
    return {
        _key(row): Werkregel(
            dossier=found[row["dossier"]],
            handeling=Handeling(row["handeling"]),
            aan_zet=AanZet(row["aan_zet"]),
            sinds=row["sinds"],
            op=row["op"],
            uiterlijk=row["uiterlijk"],
            voornemen=_plan_for(row, plans),
        )
        for row in rows
        if row["dossier"] in found
    }


def _plans(dossiers: Sequence[int]) -> dict[tuple[int, str], Voornemen]:
    return {
        (one.dossier_id, one.handeling): one
        for one in Voornemen.objects.filter(dossier__in=dossiers)
    }


def _plan_for(
    row: Mapping[str, Any], plans: Mapping[tuple[int, str], Voornemen]
) -> VoornemenView | None:
    """Return the plan for this point; one that was made for an earlier point is of no use."""
    plan = plans.get(_key(row))
    if plan is None or plan.gemaakt_op < row["sinds"]:
        return None
    return VoornemenView(op=plan.op, plan=plan.plan, medewerker=plan.medewerker)
