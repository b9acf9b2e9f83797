"""Open a dossier and record facts about a person: deeds of `dossier` that bear on a term."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.event import Event
from schakel.base.permissions import Permission
from schakel.dossier.actions import feiten
from schakel.dossier.actions.feiten import PersoonGegevens as PersoonGegevens
from schakel.dossier.events import DossierVoided
from schakel.dossier.queries import KINDS, get_dossier
from schakel.logboek.queries import list_rows
from schakel.traject.actions.projection import project
from schakel.traject.actions.recording import Entry, add


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
