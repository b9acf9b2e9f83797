"""Correct a gebeurtenis that was never so, in whichever room it belongs."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import get_dossier
from schakel.traject.actions.recording import Entry, add
from schakel.traject.events import PIPEstablished
from schakel.traject.queries import Herstel, require_correctable
from schakel.traject.rules.termijnen import pip_gronden


@transaction.atomic
def correct_gebeurtenis(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    herstel: Herstel,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Put another gebeurtenis in place of one that was never so, or void it; the old stays visible.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: without a reason, for a line that was corrected before, or when a later step
        stands in the way
    """
    actor.require(Permission.CORRECT)
    if not herstel.reden.strip():
        raise Refusal("Vul in waarom deze gebeurtenis wordt hersteld.", field="reden")
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="herstellen")
    old = require_correctable(zicht=dossier, gebeurtenis=herstel.gebeurtenis)
    event, on = herstel.instead_of(old)
    if herstel.event is not None and event.kind != old.event.kind:
        raise Refusal(
            "Een herstelde gebeurtenis blijft van dezelfde soort. Kies ‘niet gebeurd’ en leg vast "
            "wat wel is gebeurd."
        )
    entry = Entry(
        event=event,
        happened_on=on,
        replaces=herstel.gebeurtenis,
        reden=herstel.reden.strip(),
        gezien=gezien,
        grounds=pip_gronden(on) if isinstance(event, PIPEstablished) else (),
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)
