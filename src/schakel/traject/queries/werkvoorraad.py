"""What is to be done this morning, by whom, in the order in which a person takes it up."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.queries import DossierRow, Zicht, list_dossiers, opened_to
from schakel.traject.queries.punten import Groep as Groep
from schakel.traject.queries.punten import Puntrij as Puntrij
from schakel.traject.queries.punten import list_punten
from schakel.traject.rules.werk import AanZet as AanZet
from schakel.traject.rules.werk import Handeling as Handeling

PER_GROEP = 50
PER_VRAAG = 500
"""How many dossiers are asked for at once: those of a page are one question."""


class Wie(StrEnum):
    """Whose work."""

    MIJN = "mijn"
    TEAM = "team"
    NIEMAND = "niemand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkregel:
    """One point of work, and the dossier in sight that it is in."""

    dossier: DossierRow
    punt: Puntrij


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
    *,
    actor: Actor,
    wie: Wie,
    op: date,
    gemeente: str = "",
    limit: int = PER_GROEP,
    question: str = "werkvoorraad",
) -> Werkvoorraad:
    """Return the work of the day `op` in the dossiers in sight, and note the look at each.

    :param wie: whose: of a partner always what is his
    :param gemeente: CBS code, or "" for all in reach
    :param limit: how many points of each group are handed out
    """
    dossiers = opened_to(actor, Gegevenscategorie.VOORTGANG).filter(closed_on=None)
    if gemeente:
        dossiers = dossiers.filter(gemeente=gemeente)
    if actor.may(Permission.DOSSIER_READ):
        if wie is Wie.MIJN:
            dossiers = dossiers.filter(casusregisseur=actor.medewerker)
        elif wie is Wie.NIEMAND:
            dossiers = dossiers.filter(casusregisseur=None)
    punten = list_punten(dossiers=dossiers, op=op, limit=limit, partner=_partner(actor))
    aantal = {punt.groep: punt.aantal for punt in punten}
    regels = defaultdict(list)
    for regel in _regels(actor, punten, question):
        regels[regel.punt.groep].append(regel)
    return Werkvoorraad(
        groepen={
            groep: Groepstand(aantal=aantal.get(groep, 0), regels=regels[groep]) for groep in Groep
        }
    )


def get_werkpunt(*, actor: Actor, zicht: Zicht, handeling: Handeling) -> Puntrij | None:
    """Return one point of work in a dossier in sight, or None when it is done.

    Of a partner only what is in his own list.
    """
    punten = list_punten(
        dossiers=opened_to(actor, Gegevenscategorie.VOORTGANG).filter(pk=zicht.id),
        op=actor.op,
        limit=len(Handeling),
        partner=_partner(actor),
    )
    return next((punt for punt in punten if punt.handeling is handeling), None)


def _partner(actor: Actor) -> int | None:
    """Return whose list is a partner's: his own id, or 0, which nobody has."""
    return None if actor.may(Permission.DOSSIER_READ) else actor.medewerker or 0


def _regels(actor: Actor, punten: Sequence[Puntrij], question: str) -> list[Werkregel]:
    """Return the lines of these points; one whose category is closed is left out."""
    ids = sorted({punt.dossier for punt in punten})
    found = {
        one.zicht.id: one
        for start in range(0, len(ids), PER_VRAAG)
        for one in list_dossiers(
            actor=actor, ids=ids[start : start + PER_VRAAG], limit=PER_VRAAG, question=question
        )
        if one.zicht.opens(Gegevenscategorie.VOORTGANG)
    }
    return [
        Werkregel(dossier=found[punt.dossier], punt=punt)
        for punt in punten
        if punt.dossier in found
    ]
