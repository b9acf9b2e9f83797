"""Open a dossier and record facts about a person: deeds of `dossier` that bear on a term."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.event import Event
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions import feiten
from schakel.dossier.actions.feiten import PersoonGegevens as PersoonGegevens
from schakel.dossier.events import CasusregisseurAssigned, DossierVoided
from schakel.dossier.queries import KINDS, get_dossier
from schakel.keten.queries import list_medewerkers_met_taak
from schakel.logboek.queries import list_rows
from schakel.traject.actions.projection import project
from schakel.traject.actions.recording import Entry, add
from schakel.traject.queries import verhaal_of

CASUSREGIE = frozenset({"casusregie"})
TOEWIJZING = frozenset({"dossier.casusregisseur_assigned", "dossier.closed", "dossier.voided"})
"""What, when newer than the screen, makes an assignment out of date."""


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
    project(dossier=opened.id, rows=list_rows(dossier=opened.id), day=now.date())
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
    stand = verhaal_of(list_rows(dossier=dossier.id)).dossier_on(now.date())
    if stand.closed_on is not None:
        raise Refusal("Dit dossier is gesloten. Er is geen casusregisseur meer nodig.")
    if stand.casusregisseur == medewerker:
        raise Refusal("Deze medewerker is al de casusregisseur.", field="medewerker")
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
