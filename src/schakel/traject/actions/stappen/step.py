"""How every step is taken: asked, checked among all others, recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from schakel.base.actor import Actor
from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.dossier.queries import Zicht, get_dossier
from schakel.traject.actions.recording import Entry, add
from schakel.wet.bron import Artikel


@dataclass(frozen=True, slots=True)
class Step:
    """A step to record: its event, the article it rests on, and what makes its form out of date.

    :param toelichting: prose beside it: (soort, tekst, what opens it)
    """

    event: Event
    happened_on: date
    bron: Artikel
    bearing: frozenset[str]
    reden: str = ""
    toelichting: Sequence[tuple[str, str, Gegevenscategorie]] = ()


def take(
    step: Step, *, actor: Actor, dossier_uuid: UUID, gezien: int | None, now: datetime
) -> Zicht:
    """Record a step in a dossier in sight, and return that sight."""
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    entry = Entry(
        event=step.event,
        happened_on=step.happened_on,
        grounds=(step.bron,),
        reden=step.reden,
        toelichting=step.toelichting,
        gezien=gezien,
        bearing=step.bearing,
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)
    return dossier
