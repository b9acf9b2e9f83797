"""Open a dossier and record facts about a person: deeds of `dossier` that bear on a term."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.event import Event
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions import feiten
from schakel.dossier.actions.feiten import PersoonGegevens as PersoonGegevens
from schakel.dossier.events import CasusregisseurAssigned, DossierVoided, PersonBorn, Precisie
from schakel.dossier.queries import (
    KINDS,
    DossierNotFound,
    get_dossier,
    get_huishouden,
    list_log,
    recognise,
)
from schakel.keten.queries import list_medewerkers_met_taak
from schakel.traject.actions.projection import project
from schakel.traject.actions.recording import Entry, add
from schakel.traject.queries import verhaal_of

CASUSREGIE = frozenset({"casusregie"})
TOEWIJZING = frozenset({"dossier.casusregisseur_assigned", "dossier.closed", "dossier.voided"})
"""What, when newer than the screen, makes an assignment out of date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feit:
    """A dated fact about a person that came with the opening.

    :param veld: the input of the form to which a refusal of it belongs
    """

    event: Event
    happened_on: date
    veld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instroom:
    """Someone who comes in, with all that is known so far.

    :param gemeente: CBS code of who is responsible as from `sinds`
    :param feiten: in any order
    :param casusregisseur: id of a medewerker, or None for not yet
    :param gezin_van: uuid of a dossier in sight whose household the person joins
    :param anders_dan: dossiers of people who look like this one, of whom it was said that they
        are someone else
    :param uuid: what the form gave the dossier, so that sending twice opens once
    """

    persoon: PersoonGegevens
    gemeente: str
    sinds: date
    feiten: Sequence[Feit] = ()
    casusregisseur: int | None = None
    gezin_van: UUID | None = None
    anders_dan: frozenset[UUID] = frozenset()
    uuid: UUID | None = None

    @property
    def geboorte(self) -> tuple[date | None, Precisie | None]:
        """The birth date and how much of it is known, if it is among the facts."""
        for feit in self.feiten:
            if isinstance(feit.event, PersonBorn):
                return feit.happened_on, feit.event.precisie
        return None, None


@transaction.atomic
def open_with_facts(*, actor: Actor, instroom: Instroom, now: datetime) -> UUID:
    """Open a dossier with all facts that came with it, or nothing at all; return its uuid.

    :raises Refusal: as `open_dossier`, `record_feit` and `assign_casusregisseur`; or if the person
        looks like someone of whom nobody said that it is someone else
    """
    actor.require(Permission.DOSSIER_WRITE)
    _require_someone_else(actor, instroom)
    opened = feiten.open_dossier(
        actor=actor,
        gegevens=replace(instroom.persoon, huishouden=_huishouden(actor, instroom)),
        gemeente=instroom.gemeente,
        happened_on=instroom.sinds,
        now=now,
        uuid=instroom.uuid,
    )
    if not opened.nieuw:
        return opened.uuid
    project(dossier=opened.id, rows=list_log(dossier=opened.id), day=now.date())
    for feit in sorted(instroom.feiten, key=lambda one: (one.happened_on, one.event.rank)):
        try:
            entry = Entry(event=feit.event, happened_on=feit.happened_on)
            add(entry, dossier=opened.id, actor=actor, now=now)
        except Refusal as refusal:
            raise Refusal(refusal.text, field=feit.veld) from refusal
    if instroom.casusregisseur is not None:
        assign_casusregisseur(
            actor=actor,
            dossier_uuid=opened.uuid,
            medewerker=instroom.casusregisseur,
            reden="",
            now=now,
        )
    return opened.uuid


def _require_someone_else(actor: Actor, instroom: Instroom) -> None:
    born, precisie = instroom.geboorte
    found = recognise(
        actor=actor,
        gegevens=instroom.persoon,
        geboren_op=born,
        precisie=precisie,
        behalve=instroom.uuid,
    )
    if found.bekend or found.elders:
        return  # Opening itself refuses it, in a sentence that suits what the actor may see.
    if {row.zicht.uuid for row in found.mogelijk} - instroom.anders_dan:
        raise Refusal(
            "Er is al iemand met deze naam en geboortedatum. Kijk of het dezelfde persoon is.",
            field="anders",
        )


def _huishouden(actor: Actor, instroom: Instroom) -> int | None:
    if instroom.gezin_van is None:
        return None
    try:
        return get_huishouden(actor=actor, dossier_uuid=instroom.gezin_van)
    except DossierNotFound as missing:
        raise Refusal("Dit gezin is niet gevonden. Zoek opnieuw.", field="gezin") from missing


@transaction.atomic
def open_dossier(
    *,
    actor: Actor,
    gegevens: PersoonGegevens,
    gemeente: str,
    happened_on: date,
    now: datetime,
    uuid: UUID | None = None,
) -> UUID:
    """Open a dossier for a person for whom this gemeente is responsible, and return its uuid.

    :param gemeente: CBS code (four digits), within the reach of the actor
    :param uuid: what the form gave it, so that sending twice opens once; None = a new one
    :raises Refusal: if the person has a dossier, the gemeente is out of reach, the day has not
        come yet, or the uuid belongs to another opening
    """
    actor.require(Permission.DOSSIER_WRITE)
    opened = feiten.open_dossier(
        actor=actor,
        gegevens=gegevens,
        gemeente=gemeente,
        happened_on=happened_on,
        now=now,
        uuid=uuid,
    )
    project(dossier=opened.id, rows=list_log(dossier=opened.id), day=now.date())
    return opened.uuid


@transaction.atomic
def record_feit(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    feit: Event,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record a dated fact about a person: a kind of `dossier`, other than opening.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the fact, or a later step because of it, does not fit
    """
    actor.require(Permission.DOSSIER_WRITE)
    if feit.kind not in KINDS or isinstance(feit, DossierVoided):
        raise ValueError(f"{feit.kind} is not a fact about a person.")
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    entry = Entry(event=feit, happened_on=happened_on, gezien=gezien)
    add(entry, dossier=dossier.id, actor=actor, now=now)


@transaction.atomic
def assign_casusregisseur(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    medewerker: int,
    reden: str,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Give a medewerker the regie over a traject as from today.

    :param medewerker: id in `keten` of who works for an organisation that has the casusregie there
    :param reden: why; needed when another one had it
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: for who does not do casusregie there, for who has it already, without a
        reason for a change, or for a closed dossier
    """
    actor.require(Permission.DOSSIER_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="toewijzen")
    feiten.lock(dossiers=[dossier.id])
    stand = verhaal_of(list_log(dossier=dossier.id)).dossier_on(now.date())
    if stand.closed_on is not None:
        raise Refusal("Dit dossier is gesloten. Heropen het eerst als het werk doorgaat.")
    if stand.casusregisseur == medewerker:
        raise Refusal(
            "Deze medewerker is al de casusregisseur. Kies een ander, of laat het zo.",
            field="medewerker",
        )
    if stand.casusregisseur is not None and not reden.strip():
        raise Refusal("Vul in waarom een ander de casusregisseur wordt.", field="reden")
    require_casusregie(medewerker=medewerker, gemeente=stand.gemeente, op=now.date())
    entry = Entry(
        event=CasusregisseurAssigned(medewerker=medewerker),
        happened_on=now.date(),
        reden=reden.strip(),
        gezien=gezien,
        bearing=TOEWIJZING,
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)


def require_casusregie(*, medewerker: int, gemeente: str, op: date) -> None:
    """Check that a medewerker works that day for who has the casusregie in the gemeente.

    :raises Refusal: otherwise
    """
    able = list_medewerkers_met_taak(taken=CASUSREGIE, gemeente=gemeente, op=op)
    if medewerker not in {one.id for one in able}:
        raise Refusal(
            "Deze medewerker doet in deze gemeente op dit moment geen casusregie. Kies een ander.",
            field="medewerker",
        )
