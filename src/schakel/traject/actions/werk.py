"""Take a point of work up on a day; until then it sleeps."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import get_dossier
from schakel.traject.models import Voornemen, Werkpunt
from schakel.traject.queries.werkvoorraad import Handeling

HOOGSTENS_DAGEN = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class VoornemenGegevens:
    """When a point of work is taken up, and how.

    :param op: the day on which it wakes
    """

    handeling: Handeling
    op: date
    plan: str = ""


@transaction.atomic
def plan_werk(
    *, actor: Actor, dossier_uuid: UUID, gegevens: VoornemenGegevens, now: datetime
) -> None:
    """Let a point of work sleep until a day; a plan made before gives way.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day is not a later one, or the work is done already
    """
    actor.require(Permission.DOSSIER_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="werk plannen")
    today = now.date()
    if not today < gegevens.op <= today + timedelta(days=HOOGSTENS_DAGEN):
        raise Refusal("Kies een dag na vandaag, binnen een jaar.", field="op")
    there = Werkpunt.objects.filter(dossier=dossier.id, handeling=gegevens.handeling.value)
    if not there.exists():
        raise Refusal(
            "Dit werk is intussen gedaan: er valt niets meer te plannen. Open de werkvoorraad "
            "opnieuw."
        )
    Voornemen.objects.update_or_create(
        dossier_id=dossier.id,
        handeling=gegevens.handeling.value,
        defaults={
            "op": gegevens.op,
            "plan": gegevens.plan.strip(),
            "medewerker": actor.medewerker,
            "gemaakt_op": today,
        },
    )


@transaction.atomic
def wake_werk(*, actor: Actor, dossier_uuid: UUID, handeling: Handeling) -> None:
    """Take back the plan for a point of work, so that it is awake again.

    :raises DossierNotFound: if this actor may not see the dossier
    """
    actor.require(Permission.DOSSIER_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="werk plannen")
    Voornemen.objects.filter(dossier=dossier.id, handeling=handeling.value).delete()
